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

/** A subscription whose second period was declined for insufficient funds, and another card that can pay it. */
export async function giveRetryingSubscription(
  user: { id: string },
  sandbox: SandboxControl,
  otherCard = "mastercard",
) {
  const subscription = await giveSubscription(user, sandbox, { scenario: "once-then-no-money" });
  await giveCard(user, sandbox, otherCard);
  await renewInto(subscription, "retrying, 1 paid");
  return subscription;
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
