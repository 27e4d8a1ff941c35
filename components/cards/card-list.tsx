import type { Card } from "@/lib/card";
import { type CardActions, CardItem } from "./card-item";

type Props = { cards: Card[]; actions: CardActions; isLive: boolean };

export function CardList({ cards, actions, isLive }: Props) {
  return (
    <ul aria-label="Saved cards" className="grid gap-x-6 gap-y-9 sm:grid-cols-2">
      {cards.map((card) => (
        <li key={card.id}>
          <CardItem card={card} actions={actions} isLive={isLive} />
        </li>
      ))}
    </ul>
  );
}
