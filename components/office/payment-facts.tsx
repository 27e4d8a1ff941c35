import { AppLink } from "@/components/ui/app-link";
import { cardName } from "@/lib/cards/card";
import type { OfficePaymentFile } from "@/lib/office/screens";
import { formatMoney } from "@/lib/platform/money";
import type { Fact } from "./facts";
import { Moment } from "./moment";

/** What there is to know about a payment, what is missing left out. */
export function paymentFacts(payment: OfficePaymentFile): Fact[] {
  const { userId, name, email, brand, last4, refunded, left, ids } = payment;
  const customer = userId ? (
    <AppLink href={`/office/customers/${userId}`} className="underline underline-offset-4">
      {name}
    </AppLink>
  ) : (
    `${name}, a guest`
  );
  const moments = [
    ["Begun", payment.startedAt],
    ["Authorized", payment.authorizedAt],
    ["Captured", payment.capturedAt],
    ["Last read from ProcessOut", payment.syncedAt],
  ] as const;
  return [
    { label: "Customer", value: customer },
    { label: "E-mail", value: email },
    { label: "Card", value: last4 ? cardName({ brand, last4 }) : "None yet" },
    { label: "Started by", value: payment.isOffSession ? "The shop, off session" : "The shopper" },
    ...moments.flatMap(([label, at]) => (at ? [{ label, value: <Moment at={at} /> }] : [])),
    ...(refunded.minor > 0 ? [{ label: "Refunded", value: formatMoney(refunded) }] : []),
    ...(left.minor > 0 ? [{ label: "Left to refund", value: formatMoney(left) }] : []),
    ...(payment.failureCode ? [{ label: "Why it failed", value: payment.failureCode, isId: true }] : []),
    ...ids.map(({ label, value }) => ({ label, value, isId: true })),
  ];
}
