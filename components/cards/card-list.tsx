import type { Card } from "@/lib/cards/card";
import { type CardActions, CardItem } from "./card-item";

type Props = {
  cards: Card[];
  /** What each card pays for, by its id. */
  uses: Map<string, string[]>;
  actions: CardActions;
  isLive: boolean;
};

export function CardList({ cards, uses, actions, isLive }: Props) {
  return (
    <ul aria-label="Saved cards" className="grid gap-x-6 gap-y-9 sm:grid-cols-2">
      {cards.map((card) => (
        <li key={card.id}>
          <CardItem
            card={card}
            paysFor={uses.get(card.id) ?? []}
            others={cards.filter((other) => other.canPay && other.id !== card.id)}
            actions={actions}
            isLive={isLive}
          />
        </li>
      ))}
    </ul>
  );
}
