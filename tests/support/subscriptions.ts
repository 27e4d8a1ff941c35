import { makeViewer } from "@/lib/auth/viewer";
import { wake } from "@/lib/jobs/queue";
import { db } from "@/lib/platform/db";
import { chargeDueSubscriptions } from "@/lib/renewals/jobs";
import type { PlanId } from "@/lib/shop/catalogue/plans";
import { giveCard } from "./checkout";
import { expect } from "./fixtures";
import type { SandboxControl } from "./sandbox-control";
import { begin, makeDue } from "./subscriber";

/** A subscription that has begun with a card of its own, whose bank asks nothing of the shopper that day. */
export async function giveSubscription(
  user: { id: string },
  sandbox: SandboxControl,
  { scenario = "visa", planId = "monthly" }: { scenario?: string; planId?: PlanId } = {},
) {
  const card = await giveCard(user, sandbox, scenario);
  const { id } = await begin(makeViewer(user.id), card, planId);
  return { id, card };
}

/** A worker has looked at it once more, and put it off. */
export async function letWorkerLook({ id }: { id: string }): Promise<void> {
  await db().subscription.update({ where: { id }, data: { wakeAt: new Date(0) } });
  await expect
    .poll(async () => {
      await wake(chargeDueSubscriptions);
      const { wakeAt } = await db().subscription.findUniqueOrThrow({ where: { id } });
      return wakeAt?.getTime() !== 0;
    })
    .toBe(true);
}

/** Lets the worker look, and answers where the subscription stands. For `expect.poll`. */
export async function stateAfterWork({ id }: { id: string }): Promise<string> {
  await wake(chargeDueSubscriptions);
  const { state, paidPeriods } = await db().subscription.findUniqueOrThrow({ where: { id } });
  return `${state}, ${paidPeriods} paid`;
}

/** The next period is due, and the worker has charged it or tried to: the subscription stands as `state` says. */
export async function renewInto(subscription: { id: string }, state: string): Promise<void> {
  await makeDue(subscription);
  await expect.poll(() => stateAfterWork(subscription)).toBe(state);
}
