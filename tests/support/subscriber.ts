import type { Viewer } from "@/lib/auth/viewer";
import type { PayWith } from "@/lib/payments/checkout";
import { finishPayment } from "@/lib/payments/pay-order";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { DAY_MS, MINUTE_MS } from "@/lib/platform/durations";
import { processout } from "@/lib/platform/processout";
import type { Sandbox } from "@/lib/processout/contract-sandbox";
import { type PlanId, plans } from "@/lib/subscriptions/plans";
import { offerFingerprint, startSubscription } from "@/lib/subscriptions/start-subscription";
import { saveCard } from "./cards";
import { authorizeInBrowser, contact } from "./orders";
import { signUp } from "./users";

export type Subscriber = Awaited<ReturnType<typeof subscribe>>;

/** A new shopper with a saved card of a sandbox scenario and a subscription whose first period is paid with it. */
export async function subscribe(sandbox: Sandbox, scenario: string, planId: PlanId = "monthly") {
  const viewer = await signUp();
  const card = await saveCard(viewer, await sandbox.card(scenario), { makeDefault: true });
  const { id } = await startWith(viewer, card, planId);
  return { viewer, id, cardId: card.id };
}

/** Starts a subscription with a saved card that needs no challenge. */
export const startWith = (viewer: Viewer, { id }: { id: string }, planId: PlanId) =>
  startPaying(viewer, { kind: "saved", id }, planId);

/** Starts a subscription with a card that needs no challenge. */
export async function startPaying(viewer: Viewer, payWith: PayWith, planId: PlanId) {
  const sku = plans[planId].count ? "bosun-espresso-machine" : "landfall.250g.filter";
  const terms = { sku, planId, quantity: 1, currency: "EUR" as const };
  const started = await startSubscription(viewer, {
    ...terms,
    contact,
    payWith,
    fingerprint: await offerFingerprint(viewer, terms),
  });
  if (started.kind !== "started") throw new Error(`The payment is ${started.kind}`);
  await authorizeInBrowser(started.invoiceId, started.source);
  const ending = await finishPayment(viewer, { id: started.paymentId });
  if (ending.kind !== "paid") throw new Error(`The first payment is ${ending.kind}`);
  return db().subscription.findFirstOrThrow({
    where: { userId: viewer.userId },
    orderBy: { createdAt: "desc" },
  });
}

/** Makes the next period due and ends any lease. */
export async function makeDue({ id }: { id: string }): Promise<void> {
  const past = new Date((await now()).getTime() - MINUTE_MS);
  await db().subscription.update({ where: { id }, data: { dueAt: past, processAfter: past } });
}

/** Ends the lease: the worker processes the subscription next. */
export async function expireLease({ id }: { id: string }): Promise<void> {
  await db().subscription.update({
    where: { id },
    data: { processAfter: new Date((await now()).getTime() - 1_000) },
  });
}

/** Moves all attempts so far some days into the past. */
export async function letDaysPass({ id }: { id: string }, days: number): Promise<void> {
  const payments = await db().payment.findMany({ where: { order: { subscriptionId: id } } });
  for (const { id: paymentId, startedAt } of payments) {
    const earlier = new Date(startedAt.getTime() - days * DAY_MS);
    await db().payment.update({ where: { id: paymentId }, data: { startedAt: earlier } });
  }
  await expireLease({ id });
}

/** The transactions that ProcessOut has captured from a shopper, whatever the rows say. */
export async function listCaptured({ viewer }: { viewer: Viewer }) {
  const customer = await db().processOutCustomer.findFirstOrThrow({ where: { userId: viewer.userId } });
  const captured: { amount: string; initial: string | null }[] = [];
  for await (const transaction of processout().transactions.listByCustomer(customer.customerId ?? "")) {
    if (Number(transaction.captured_amount) === 0) continue;
    captured.push({ amount: transaction.amount, initial: transaction.initial_scheme_transaction_id ?? null });
  }
  return captured;
}

export const findSubscription = ({ id }: { id: string }) =>
  db().subscription.findUniqueOrThrow({
    where: { id },
    include: { orders: { include: { payments: true } } },
  });
