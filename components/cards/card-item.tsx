import type { Card } from "@/lib/cards/card";
import { cardName } from "@/lib/cards/card";
import type { FormState } from "@/lib/platform/form-state";
import { CardBadges } from "./card-badges";
import { CardFace } from "./card-face";
import type { CardUse } from "./card-use";
import { DefaultButton } from "./default-button";
import { DeleteButton } from "./delete-button";
import { RenameButton } from "./rename-button";

type Action<Field extends string> = (state: FormState<Field>, form: FormData) => Promise<FormState<Field>>;

export type CardActions = {
  remove: Action<"id" | "moveTo">;
  makeDefault: Action<"id">;
  rename: Action<"id" | "nickname">;
};

type Props = CardUse & { card: Card; actions: CardActions; isLive: boolean };

/** One card and what may be done with it. Without a live answer from ProcessOut, only its nickname can change. */
export function CardItem({ card, actions, isLive, ...use }: Props) {
  return (
    <article aria-label={cardName(card)} className="grid content-start gap-3">
      <CardFace card={card} />
      <CardBadges card={card} />
      {card.statusSentence && <p className="text-sm text-muted">{card.statusSentence}</p>}
      <div className="-mx-2 flex flex-wrap">
        {card.canPay && !card.isDefault && (
          <DefaultButton card={card} action={actions.makeDefault} isLive={isLive} />
        )}
        <RenameButton card={card} action={actions.rename} />
        <DeleteButton card={card} action={actions.remove} isLive={isLive} {...use} />
      </div>
    </article>
  );
}
