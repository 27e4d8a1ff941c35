import { CreditCard } from "lucide-react";
import { BrandMark } from "@/components/cards/brand-mark";
import { Choice } from "@/components/shop/choice";
import { Badge } from "@/components/ui/badge";
import type { Card } from "@/lib/cards/card";
import { brandName, cardName, expiryText } from "@/lib/cards/card";

export const NEW_CARD = "new";

type Props = { cards: Card[]; chosen: string; onChoose: (id: string) => void; areSavedDisabled: boolean };

/** The saved cards that can pay, the default first, and a new one. */
export function CardChoices({ cards, chosen, onChoose, areSavedDisabled }: Props) {
  const choice = (value: string) => ({
    name: "card",
    value,
    checked: chosen === value,
    onChange: () => onChoose(value),
  });
  return (
    <div className="grid gap-2.5">
      {cards.map((card) => (
        <Choice
          key={card.id}
          {...choice(card.id)}
          disabled={areSavedDisabled}
          aria-label={[card.nickname, cardName(card), `expires ${expiryText(card)}`]
            .filter(Boolean)
            .join(", ")}
        >
          <Dot />
          <BrandMark brand={card.brand} className="h-7 w-11 shrink-0" />
          <span className="grid min-w-0 flex-1">
            <span className="truncate font-medium">
              <bdi>{card.nickname ?? brandName(card.brand)}</bdi>
            </span>
            <span className="text-sm text-muted tabular-nums">
              •••• {card.last4} · {expiryText(card)}
            </span>
          </span>
          {card.isDefault && <Badge tone="info">Default</Badge>}
          {card.expiry === "this-month" && <Badge tone="warning">Expires this month</Badge>}
        </Choice>
      ))}
      <Choice {...choice(NEW_CARD)}>
        <Dot />
        <CreditCard aria-hidden="true" className="mx-2.5 size-6 shrink-0 text-muted" />
        <span className="flex-1 font-medium">Use a new card</span>
      </Choice>
    </div>
  );
}

/** The radio button's own mark, which the choice hides to draw it here. */
const Dot = () => (
  <span
    aria-hidden="true"
    className="grid size-5 shrink-0 place-items-center rounded-full border-2 border-control group-has-checked:border-ink"
  >
    <span className="size-2.5 rounded-full group-has-checked:bg-ink" />
  </span>
);
