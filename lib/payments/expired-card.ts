import type { Card } from "@/lib/cards/card";
import { brandName } from "@/lib/cards/card";

/** The default card, if it has expired and no other card can pay: the shopper has to enter its successor. */
export const findExpiredDefault = (cards: Card[]): Card | null =>
  cards.some((card) => card.canPay)
    ? null
    : (cards.find((card) => card.isDefault && card.expiry === "expired") ?? null);

const MONTH = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** What is said of an expired card: its name, and the rest of the sentence. The name may be in any script. */
export const expiredSentence = ({ nickname, brand, last4, expMonth, expYear }: Card) => ({
  name: nickname ?? brandName(brand),
  rest: `${last4 ? ` ••\u00a0${last4}` : ""} expired in ${MONTH.format(Date.UTC(expYear ?? 0, (expMonth ?? 1) - 1))}. Enter its successor.`,
});
