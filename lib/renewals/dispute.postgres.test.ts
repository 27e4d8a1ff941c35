import { expect, test } from "vitest";
import { syncPayment } from "@/lib/payments/sync-payment";
import { db } from "@/lib/platform/db";
import { resumeSubscription } from "@/lib/subscriptions/change-subscription";
import { decideAfterDispute } from "@/lib/subscriptions/pause-for-dispute";
import { withTestStack } from "@/tests/support/stack";
import { findSubscription, listCaptured, makeDue, subscribe } from "@/tests/support/subscriber";
import { processDue } from "./process-due";

const stack = withTestStack();

test("a series whose payment is disputed is charged no more until staff decide, whatever the shopper presses", async () => {
  const subscriber = await subscribe(stack.sandbox, "visa");
  const { viewer, id } = subscriber;
  const payment = await db().payment.findFirstOrThrow({ where: { order: { subscriptionId: id } } });
  await stack.sandbox.dispute(String(payment.transactionId), "created");
  await syncPayment(viewer, payment.id);
  expect(await findSubscription(subscriber)).toMatchObject({
    state: "paused",
    disputedAt: expect.any(Date),
  });
  await makeDue(subscriber);
  await processDue();
  expect(await listCaptured(subscriber)).toHaveLength(1);
  await expect(resumeSubscription(viewer, { id })).rejects.toMatchObject({ code: "subscription.disputed" });

  // The dispute is won, and only staff let the series go on.
  await stack.sandbox.dispute(String(payment.transactionId), "won");
  await syncPayment(viewer, payment.id);
  expect(await findSubscription(subscriber)).toMatchObject({ state: "paused" });
  await decideAfterDispute(viewer, { id, isEnding: false });
  // A sync after the decision does not pause it again.
  await syncPayment(viewer, payment.id);
  expect(await findSubscription(subscriber)).toMatchObject({ state: "active", disputedAt: null });
  await makeDue(subscriber);
  await processDue();
  expect(await listCaptured(subscriber)).toHaveLength(2);
});

test("instalments with an outstanding payment are paused by a lost dispute, and staff can end them", async () => {
  const subscriber = await subscribe(stack.sandbox, "visa", "3-months");
  const { viewer, id } = subscriber;
  await db().subscription.update({ where: { id }, data: { state: "needs_card" } });
  const payment = await db().payment.findFirstOrThrow({ where: { order: { subscriptionId: id } } });
  await stack.sandbox.dispute(String(payment.transactionId), "created");
  await stack.sandbox.dispute(String(payment.transactionId), "lost");
  await syncPayment(viewer, payment.id);
  expect(await findSubscription(subscriber)).toMatchObject({ state: "paused" });
  await decideAfterDispute(viewer, { id, isEnding: true });
  expect(await findSubscription(subscriber)).toMatchObject({ state: "canceled", dueAt: null });
});
