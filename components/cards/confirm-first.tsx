import { AppLink } from "@/components/ui/app-link";
import { type Card, cardLabel } from "@/lib/cards/card";

type Props = { cards: Card[]; next: string };

/** The cards that can be chosen after the bank has confirmed them, each with the page that does it. */
export function ConfirmFirst({ cards, next }: Props) {
  if (cards.length === 0) return null;
  return (
    <ul className="grid gap-1 text-sm">
      {cards.map((card) => (
        <li key={card.id}>
          <AppLink
            href={`/cards/${card.id}/confirm?${new URLSearchParams({ next })}`}
            className="font-semibold underline underline-offset-4"
          >
            Confirm {cardLabel(card)} with your bank
          </AppLink>
          , then it can be charged for this.
        </li>
      ))}
    </ul>
  );
}
