"use client";

import { useState } from "react";
import { FormFailure } from "@/components/auth/failure";
import { BrandMark } from "@/components/cards/brand-mark";
import { ConfirmFirst } from "@/components/cards/confirm-first";
import { Choice } from "@/components/shop/choice";
import { ActionForm, useFormAction } from "@/components/ui/action-form";
import { AppLink } from "@/components/ui/app-link";
import { Dialog } from "@/components/ui/dialog";
import { ScriptButton } from "@/components/ui/script-button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Card } from "@/lib/cards/card";
import { cardLabel, expiryText } from "@/lib/cards/card";
import { shortCardName } from "@/lib/payments/pay-label";
import type { FormState } from "@/lib/platform/form-state";

type State = FormState<"id" | "cardId">;
type Props = {
  id: string;
  cards: Card[];
  current: string | null;
  /** The consent that the shopper gives by changing the card. */
  agreement: string;
  action: (state: State, form: FormData) => Promise<State>;
};

export function ChangeCard({ id, cards, current, agreement, action }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const [chosenId, setChosenId] = useState(current);
  const confirmed = cards.filter((card) => card.isConfirmed);
  const chosen = confirmed.find(({ id: cardId }) => cardId === chosenId);
  const [state, submit] = useFormAction(async (previous: State, form: FormData) => {
    const next = await action(previous, form);
    if (next.status === "done") setIsOpen(false);
    return next;
  });
  return (
    <>
      <ScriptButton
        variant="secondary"
        size="sm"
        className="justify-self-start"
        onClick={() => setIsOpen(true)}
      >
        Change card
      </ScriptButton>
      <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} title="Which card pays?">
        <ActionForm action={submit} className="grid gap-5">
          <input type="hidden" name="id" value={id} />
          <div className="grid gap-2.5">
            {confirmed.map((card) => (
              <Choice
                key={card.id}
                name="cardId"
                value={card.id}
                checked={card === chosen}
                onChange={() => setChosenId(card.id)}
                required
              >
                <BrandMark brand={card.brand} className="h-6 w-9.5 shrink-0" />
                <span className="min-w-0 flex-1 truncate font-medium">{cardLabel(card)}</span>
                <span className="text-sm text-muted tabular-nums">{expiryText(card)}</span>
              </Choice>
            ))}
          </div>
          <ConfirmFirst cards={cards.filter((card) => !card.isConfirmed)} next={`/subscriptions/${id}`} />
          <p className="text-sm">
            <AppLink href="/cards/new" className="font-semibold underline underline-offset-4">
              Add another card
            </AppLink>
          </p>
          {confirmed.length > 0 && <p className="text-sm text-muted">{agreement}</p>}
          <FormFailure state={state} />
          {confirmed.length > 0 && (
            <SubmitButton pendingLabel="Changing…">
              {`Use ${chosen ? shortCardName(chosen) : "this card"}`}
            </SubmitButton>
          )}
        </ActionForm>
      </Dialog>
    </>
  );
}
