"use client";

import { useActionState, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ScriptButton } from "@/components/ui/script-button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Card } from "@/lib/cards/card";
import { cardName, expiryText } from "@/lib/cards/card";
import { type FormState, idle } from "@/lib/platform/form-state";
import { type CardUse, MoveCardUse } from "./card-use";
import { useNotice } from "./notice";

type State = FormState<"id" | "moveTo">;
type Props = CardUse & {
  card: Card;
  action: (state: State, form: FormData) => Promise<State>;
  isLive: boolean;
};

/** Asks first, by name: the cards of one bank look alike. */
export function DeleteButton({ card, action, isLive, paysFor, others }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const notify = useNotice();
  const [state, submit] = useActionState<State, FormData>(async (previous, form) => {
    const next = await action(previous, form);
    if (next.status === "done") notify(`${cardName(card)} is deleted.`);
    return next;
  }, idle);
  const isGoneAlready = card.status === "declined";
  const expiry = expiryText(card);

  return (
    <>
      <ScriptButton
        variant="quiet"
        size="sm"
        disabled={!isLive}
        onClick={() => setIsOpen(true)}
        aria-label={`${isGoneAlready ? "Dismiss" : "Delete"} ${cardName(card)}`}
      >
        {isGoneAlready ? "Dismiss" : "Delete"}
      </ScriptButton>
      <Dialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={
          <>
            {isGoneAlready ? "Dismiss" : "Delete"} <bdi>{card.nickname ?? cardName(card)}</bdi>?
          </>
        }
      >
        <form action={submit} className="grid gap-5">
          <input type="hidden" name="id" value={card.id} />
          <p className="text-muted">
            {cardName(card)}
            {expiry && `, expires ${expiry}`}.{" "}
            {isGoneAlready
              ? "Your bank refused it, so nothing of it is kept."
              : "It goes from here and from our payment partner. To use it again you would type it in again."}
            {card.isDefault && " Another of your cards takes over as the default."}
          </p>
          {paysFor.length > 0 && <MoveCardUse paysFor={paysFor} others={others} />}
          {state.status === "failed" && <Alert tone="bad" title={state.message} />}
          <div className="flex flex-wrap justify-end gap-3">
            <Button variant="secondary" onClick={() => setIsOpen(false)}>
              Keep it
            </Button>
            {(paysFor.length === 0 || others.length > 0) && (
              <SubmitButton variant="danger" pendingLabel="Deleting…">
                {isGoneAlready ? "Dismiss" : paysFor.length > 0 ? "Move and delete" : "Delete card"}
              </SubmitButton>
            )}
          </div>
        </form>
      </Dialog>
    </>
  );
}
