import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { money } from "@/lib/money";
import { finishPayment } from "../payments/finish";
import { authorizeInBrowser, fillCart, savedCard, signUp, start } from "../payments/test-shoppers";
import { processout } from "../processout";
import { startTestStack } from "../test-stack";
import { refundPayment } from "./refund";
import { listOpenRefunds, settleRefund } from "./settle-refund";
import { makeStaffViewer } from "./staff";

let stack: Awaited<ReturnType<typeof startTestStack>>;
beforeAll(async () => {
  stack = await startTestStack();
}, 180_000);
afterAll(() => stack.stop());

const staff = makeStaffViewer("kit@office.example");
const ten = { amount: money(1000, "EUR"), shownLeft: 2500, reason: "other" } as const;

/** €25, captured. */
async function paidOrder() {
  const viewer = await signUp();
  const payWith = await savedCard(viewer, await stack.sandbox.card("visa"));
  const started = await start(await fillCart(viewer), payWith);
  await authorizeInBrowser(started.invoiceId, started.source);
  await finishPayment(started.shopper, { id: started.paymentId });
  return started;
}

async function refundedOf(invoiceId: string) {
  const { id } = await processout().transactions.findByInvoice(invoiceId);
  const amounts = [];
  for await (const { amount } of processout().transactions.listRefunds(id)) amounts.push(Number(amount));
  return amounts;
}

test("one press made five times at once gives the money back once", async () => {
  const { paymentId, invoiceId } = await paidOrder();
  const presses = Array.from({ length: 5 }, () => refundPayment(staff, { paymentId, ...ten }));
  const outcomes = await Promise.allSettled(presses);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await refundedOf(invoiceId)).toEqual([10]);
  const acts = await db().auditEntry.count({ where: { subject: paymentId } });
  expect(acts).toBe(1);
});

test("a row left by a crash before ProcessOut was asked is carried out once, by however many find it", async () => {
  const { paymentId, invoiceId, shopper } = await paidOrder();
  const data = {
    paymentId,
    amount: 1000,
    reason: "other",
    staff: staff.email,
    askedAt: new Date(0),
  } as const;
  const { id } = await db().refund.create({ data });
  const open = await listOpenRefunds({ askedBefore: new Date(), limit: 10 });
  expect(open.map((row) => row.id)).toContain(id);
  await Promise.all([1, 2, 3].map(() => settleRefund(shopper, id)));
  expect(await refundedOf(invoiceId)).toEqual([10]);
  expect(await db().payment.findUniqueOrThrow({ where: { id: paymentId } })).toMatchObject({
    state: "partially_refunded",
    refundedAmount: 1000,
  });
});

test("a crash after ProcessOut did it is found out by reading", async () => {
  const { paymentId, invoiceId, shopper } = await paidOrder();
  await refundPayment(staff, { paymentId, ...ten });
  await db().refund.updateMany({ where: { paymentId }, data: { state: "asking", refundId: null } });
  const { id } = await db().refund.findFirstOrThrow({ where: { paymentId } });
  expect(await settleRefund(shopper, id)).toMatchObject({
    state: "done",
    refundId: expect.stringMatching(/^refd_/),
  });
  expect(await refundedOf(invoiceId)).toEqual([10]);
});
