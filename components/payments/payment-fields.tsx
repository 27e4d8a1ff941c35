import { CreditCard } from "lucide-react";
import type { ReactNode } from "react"; // eject: demo
import { BrandMark } from "@/components/cards/brand-mark";
import type { FieldErrors } from "@/components/cards/card-errors";
import { HostedField } from "@/components/cards/card-fields";
import { Choice } from "@/components/shop/choice";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import type { Card } from "@/lib/cards/card";
import { brandName, cardName, expiryText } from "@/lib/cards/card";
import { CHECKOUT_CONSENT, CONSENTS } from "@/lib/payments/consent";
import { expiredSentence } from "@/lib/payments/expired-card";

export const NEW_CARD = "new";

type CardChoicesProps = {
  cards: Card[];
  chosen: string;
  onChoose: (id: string) => void;
  areSavedDisabled: boolean;
};

/** The saved cards that can pay, the default first, and *Use a new card*. */
export function CardChoices({ cards, chosen, onChoose, areSavedDisabled }: CardChoicesProps) {
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
          {card.isSavedTwice && <Badge tone="warning">Saved twice</Badge>}
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

/** Why no saved card is offered to a shopper who has one. */
export function ExpiredCard({ card }: { card: Card }) {
  const { name, rest } = expiredSentence(card);
  return (
    <Alert tone="info">
      <bdi>{name}</bdi>
      <span>{rest}</span>
    </Alert>
  );
}

/** Replaces the radio button's own mark, which `Choice` hides. */
const Dot = () => (
  <span
    aria-hidden="true"
    className="grid size-5 shrink-0 place-items-center rounded-full border-2 border-control group-has-checked:border-ink"
  >
    <span className="size-2.5 rounded-full group-has-checked:bg-ink" />
  </span>
);

type NewCardProps = {
  errors: FieldErrors;
  isHidden: boolean;
  /** Null if the card cannot be saved: the shopper is a guest, or the order always saves it. */
  save: { isChecked: boolean; onChange: (isChecked: boolean) => void } | null;
  testCards?: ReactNode; // eject: demo
};

/** Hidden, not removed: a hosted field that leaves the page loses its content. */
export function NewCardFields({
  errors,
  isHidden,
  save,
  testCards, // eject: demo
}: NewCardProps) {
  return (
    <div hidden={isHidden} className="grid gap-5 pt-2 [&[hidden]]:hidden">
      {testCards && <div>{testCards}</div>} {/* eject: demo */}
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
        <HostedField slot="cc-number" label="Card number" error={errors.number} className="sm:col-span-2" />
        <HostedField slot="cc-exp" label="Expiry date" placeholder="MM / YY" error={errors.expiry} />
        <HostedField slot="cc-cvc" label="CVC" error={errors.cvc} />
      </div>
      {save && (
        <label className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
          <input
            type="checkbox"
            checked={save.isChecked}
            onChange={(event) => save.onChange(event.target.checked)}
            aria-describedby="card-consent"
            className="mt-0.5 size-5 accent-action"
          />
          <span className="font-medium">Save it for next time</span>
          <span id="card-consent" className="col-start-2 text-sm text-muted">
            {CONSENTS[CHECKOUT_CONSENT]}
          </span>
        </label>
      )}
    </div>
  );
}
