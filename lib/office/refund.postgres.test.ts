import { expect, test } from "vitest";
import { makeStaffViewer } from "@/lib/auth/staff-viewer";
import { finishPayment } from "@/lib/payments/pay-order";
import { db } from "@/lib/platform/db";
import { money } from "@/lib/platform/money";
import { authorizeInBrowser, fillCart, savedCard, start } from "@/tests/support/orders";
import { withTestStack } from "@/tests/support/stack";
import { signUp } from "@/tests/support/users";
import { refundPayment } from "./refund";

const stack = withTestStack();

async function payTwentyFive() {
  const viewer = await signUp();
  const payWith = await savedCard(viewer, await stack.sandbox.card("visa"));
  const { paymentId, invoiceId, source, shopper } = await start(await fillCart(viewer), payWith);
  await authorizeInBrowser(invoiceId, source);
  await finishPayment(shopper, { id: paymentId });
  return paymentId;
}

const staff = makeStaffViewer("kit@office.example");

test("a refund that staff submit five times at once is made once and recorded once", async () => {
  const paymentId = await payTwentyFive();
  const ten = { amount: money(1000, "EUR"), shownRefundable: money(2500, "EUR"), reason: "other" } as const;
  const requests = Array.from({ length: 5 }, () => refundPayment(staff, { paymentId, ...ten }));
  const outcomes = await Promise.allSettled(requests);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db().auditEntry.count({ where: { subject: paymentId } })).toBe(1);
});

test("an amount in another currency than the payment's is neither refunded nor recorded", async () => {
  const paymentId = await payTwentyFive();
  const yen = { amount: money(2500, "JPY"), shownRefundable: money(2500, "JPY"), reason: "other" } as const;
  await expect(refundPayment(staff, { paymentId, ...yen })).rejects.toMatchObject({ code: "refund.changed" });
  expect(await db().refund.count({ where: { paymentId } })).toBe(0);
  expect(await db().auditEntry.count({ where: { subject: paymentId } })).toBe(0);
});
