import { Letter, Paragraph } from "@/lib/mail/letter";
import { queueMail } from "@/lib/mail/queue";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env"; // eject: office
import { log } from "@/lib/platform/log";
import { formatMoney, money } from "@/lib/platform/money";
import type { DisputeState } from "@/prisma/generated/enums";
import { orderLabel } from "./order";
import type { PaymentRow } from "./queries";

// eject:start subscriptions
/** What a feature above does when money that it charged for is disputed. Called again after a crash. */
export type DisputeHandler = (payment: PaymentRow, state: DisputeState) => Promise<void>;

const slot = globalThis as typeof globalThis & { disputeHandler?: DisputeHandler };

/** `app/after-payment.ts` registers it in every process that syncs payments, as for `registerPaidOrderHandlers`. */
export function registerDisputeHandler(handler: DisputeHandler): void {
  slot.disputeHandler = handler;
}
// eject:end subscriptions

/**
 * Does once what follows from a step of a dispute: the feature whose order was paid acts, and staff have an e-mail. The
 * step is recorded last, so that after a crash the next sync does it again.
 */
export async function handleDispute(payment: PaymentRow, state: DisputeState): Promise<void> {
  const step = { paymentId: payment.id, state };
  if (await db().disputeStep.findUnique({ where: { paymentId_state: step } })) return;
  log.warn("payment.disputed", step);
  await slot.disputeHandler?.(payment, state); // eject: subscriptions
  await mailStaff(payment, state);
  await db().disputeStep.createMany({ data: [{ ...step, seenAt: await now() }], skipDuplicates: true });
}

async function mailStaff(payment: PaymentRow, state: DisputeState) {
  const { number, name } = await db().order.findUniqueOrThrow({ where: { id: payment.orderId } });
  const amount = formatMoney(money(payment.amount, payment.currency));
  const facts = { label: orderLabel(number), name, amount, paymentId: payment.id };
  const subject = `${HEADINGS[state]}: ${facts.label}, ${amount}`;
  for (const { id, email } of await db().user.findMany({ where: { role: "staff" } })) {
    const key = `dispute:${payment.id}:${state}:${id}`;
    await queueMail({ key, to: email, subject, body: DisputeMail({ ...facts, state }) });
  }
}

const HEADINGS: Record<DisputeState, string> = {
  retrieval_request: "A bank asks about a payment",
  fraud_notification: "A bank warns of fraud",
  opened: "A payment is disputed",
  won: "A dispute was won",
  lost: "A dispute was lost",
};

/** What it means and what to do, for staff. */
const MEANINGS: Record<DisputeState, string> = {
  retrieval_request:
    "The cardholder’s bank asks for documents. No money has moved. Send the receipt and the proof of delivery in ProcessOut’s dashboard.",
  fraud_notification:
    "The cardholder’s bank suspects that the cardholder did not order this. No money has moved. Check the order before you deliver, and refund it if in doubt.",
  opened:
    "The cardholder’s bank has taken the money back until it decides. Answer the dispute in ProcessOut’s dashboard before its deadline. Do not refund it: the money would leave twice.",
  won: "The bank decided for the shop, and the money stays here.",
  lost: "The bank decided for the cardholder, who has the money. Do not refund it: the money would leave twice.",
};

type DisputeMailProps = {
  state: DisputeState;
  label: string;
  name: string;
  amount: string;
  paymentId: string;
};

const DisputeMail = ({ state, label, name, amount, paymentId }: DisputeMailProps) => (
  <Letter
    preview={`${label}, ${amount}, ${name}.`}
    heading={`${HEADINGS[state]}.`}
    action={{ label: "See the payment", url: `${env().NEXTAUTH_URL}/office/payments/${paymentId}` }} // eject: office
    footnote="This e-mail goes to everyone who may open the back office."
  >
    <Paragraph>
      Order {label}, {amount}, {name}.
    </Paragraph>
    <Paragraph>{MEANINGS[state]}</Paragraph>
    {/* eject:start subscriptions */}
    <Paragraph>
      If the order belongs to a subscription, it is paused until staff decide how it goes on.
    </Paragraph>
    {/* eject:end subscriptions */}
  </Letter>
);
