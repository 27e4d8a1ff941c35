import { brandName } from "@/lib/cards/card";
import { formatMoney, type Money } from "@/lib/platform/money";

type PayingCard = { brand: string | null; last4: string | null };

/** "Visa •• 4242": a card on a button. A no-break space keeps the digits with the dots at the end of a line. */
export const shortCardName = ({ brand, last4 }: PayingCard) =>
  last4 ? `${brandName(brand)} ••\u00a0${last4}` : brandName(brand);

/** The text of every button that pays: what is charged, and to which card, if a saved one is chosen. */
export function payLabel(amount: Money, card: PayingCard | null | undefined, verb = "Pay"): string {
  const price = `${verb} ${formatMoney(amount)}`;
  return card ? `${price} with ${shortCardName(card)}` : price;
}
