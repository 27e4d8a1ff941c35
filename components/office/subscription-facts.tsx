import { AppLink } from "@/components/ui/app-link";
import { cardName, expiryText } from "@/lib/cards/card";
import type { OfficeSubscriptionFile } from "@/lib/office/screens";
import { formatMoney } from "@/lib/platform/money";
import type { Fact } from "./facts";
import { Moment } from "./moment";
import { termsText } from "./subscription-terms";

/** What there is to know about a subscription, what is missing left out. */
export function subscriptionFacts(subscription: OfficeSubscriptionFile): Fact[] {
  const { userId, name, email, next, card, ids, endedAt, hasLapsed } = subscription;
  const moments = [
    ["Begun", subscription.startedAt],
    ["Looked at next", subscription.wakeAt],
    [hasLapsed ? "Lapsed for want of a card" : "Ended", endedAt],
  ] as const;
  return [
    {
      label: "Customer",
      value: (
        <AppLink href={`/office/customers/${userId}`} className="underline underline-offset-4">
          {name ?? email}
        </AppLink>
      ),
    },
    { label: "E-mail", value: email },
    { label: "What", value: subscription.what },
    { label: "Terms", value: termsText(subscription) },
    { label: "Next charge", value: next ? <NextCharge {...next} /> : "Nothing is due" },
    { label: "Card", value: card ? `${cardName(card)}, ${expiryText(card)}, ${card.standing}` : "None" },
    ...moments.flatMap(([label, at]) => (at ? [{ label, value: <Moment at={at} /> }] : [])),
    ...ids.map(({ label, value }) => ({ label, value, isId: true })),
  ];
}

const NextCharge = ({ dueAt, amount }: NonNullable<OfficeSubscriptionFile["next"]>) => (
  <>
    {formatMoney(amount)}, due <Moment at={dueAt} />
  </>
);
