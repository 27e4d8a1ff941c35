import { expect, test } from "vitest";
import type { ProcessOutEvent } from "@/lib/processout";
import { authorizeInBrowser, fillCart, start, transactionOf, unsaved } from "@/tests/support/orders";
import { withTestStack } from "@/tests/support/stack";
import { signUp } from "@/tests/support/users";
import { handlePaymentEvent } from "./webhook";

const stack = withTestStack();

const eventOf = (invoiceId: string): ProcessOutEvent => ({
  id: "ev_1",
  name: "transaction.captured",
  data: { transaction: { id: "tr_1", invoice_id: invoiceId, status: "completed" } },
  fired_at: "2026-11-22T12:00:00.000000Z",
});

test("a payment whose browser closed after the challenge is captured once, by webhooks alone", async () => {
  const visitor = await fillCart(await signUp());
  const card = unsaved(await stack.sandbox.card("visa"));
  const { invoiceId, source } = await start(visitor, card);
  await authorizeInBrowser(invoiceId, source);
  const events = Array.from({ length: 3 }, () => handlePaymentEvent(eventOf(invoiceId)));
  const done = "The payment is captured";
  // One sends the capture; the others leave it to that one.
  expect(await Promise.all(events)).toContainEqual({ done });
  expect(await transactionOf(invoiceId)).toMatchObject({ captured_amount: "25" });
  expect(await stack.sandbox.requests(`/invoices/${invoiceId}/capture`)).toHaveLength(2);

  // The events of the capture come after it is recorded: ProcessOut is not asked again.
  const reads = await stack.sandbox.requests(`/invoices/${invoiceId}/transactions`);
  const known = "The payment was captured before";
  expect(await handlePaymentEvent(eventOf(invoiceId))).toEqual({ done: known });
  expect(await stack.sandbox.requests(`/invoices/${invoiceId}/transactions`)).toHaveLength(reads.length);
});

test("an event that reports a payment as paid is only a reason to read it", async () => {
  const card = unsaved(await stack.sandbox.card("visa"));
  const { invoiceId } = await start(await fillCart(null), card);
  const handled = await handlePaymentEvent(eventOf(invoiceId));
  expect(handled).toEqual({ done: "The payment is authorizing" });
});

test("the event of an unknown invoice is ignored, and is not retried", async () => {
  const handled = await handlePaymentEvent(eventOf("iv_00000000000000000000000000000000"));
  expect(handled).toEqual({ done: "No payment of this shop" });
});
