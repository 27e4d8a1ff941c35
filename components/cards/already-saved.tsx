import { Button, ButtonLink } from "@/components/ui/button";
import type { Card } from "@/lib/cards/card";
import { cardName } from "@/lib/cards/card";
import { CardFace } from "./card-face";

type Props = { card: Card; onAgain: () => void };

/** The same number and expiry were typed before: nothing was made, and the card is shown where it already is. */
export function AlreadySaved({ card, onAgain }: Props) {
  return (
    <div role="alert" className="grid gap-5 sm:grid-cols-[minmax(0,16rem)_1fr] sm:items-center sm:gap-8">
      <CardFace card={card} />
      <div className="grid gap-4">
        <div className="grid gap-1.5">
          <h2 className="text-xl">You have this card already</h2>
          <p className="text-muted">{cardName(card)} is among your cards, so it was not added twice.</p>
        </div>
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/cards">See my cards</ButtonLink>
          <Button variant="secondary" onClick={onAgain}>
            Add another card
          </Button>
        </div>
      </div>
    </div>
  );
}
