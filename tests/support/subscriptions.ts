import { makeViewer } from "@/lib/auth/viewer";
import { wake } from "@/lib/jobs/queue";
import { db } from "@/lib/platform/db";
import { chargeDueSubscriptions } from "@/lib/renewals/jobs";
import type { PlanId } from "@/lib/subscriptions/plans";
import { giveCard } from "./cards";
import { expect } from "./fixtures";
import type { SandboxControl } from "./sandbox-control";
import { makeDue, startWith } from "./subscriber";

/** A subscription whose first period is paid with a new card that needs no challenge. */
export async function giveSubscription(
  user: { id: string },
  sandbox: SandboxControl,
  { scenario = "visa", planId = "monthly" }: { scenario?: string; planId?: PlanId } = {},
) {
  const card = await giveCard(user, sandbox, scenario);
  const { id } = await startWith(makeViewer(user.id), card, planId);
  return { id, card };
}

/** Waits until the worker has processed the subscription once more. */
export async function letWorkerProcess({ id }: { id: string }): Promise<void> {
  await db().subscription.update({ where: { id }, data: { processAfter: new Date(0) } });
  await expect
    .poll(async () => {
      await wake(chargeDueSubscriptions);
      const { processAfter } = await db().subscription.findUniqueOrThrow({ where: { id } });
      return processAfter?.getTime() !== 0;
    })
    .toBe(true);
}

/** Wakes the worker and returns the state of the subscription. For `expect.poll`. */
export async function stateAfterWork({ id }: { id: string }): Promise<string> {
  await wake(chargeDueSubscriptions);
  const { state, paidPeriods } = await db().subscription.findUniqueOrThrow({ where: { id } });
  return `${state}, ${paidPeriods} paid`;
}

/** Makes the next period due, and waits until the worker has brought the subscription into `state`. */
export async function renewInto(subscription: { id: string }, state: string): Promise<void> {
  await makeDue(subscription);
  await expect.poll(() => stateAfterWork(subscription)).toBe(state);
}
