"use client";

import { useState } from "react";
import { FormFailure } from "@/components/auth/failure";
import { ActionForm, useFormAction } from "@/components/ui/action-form";
import { Alert } from "@/components/ui/alert";
import { AppLink } from "@/components/ui/app-link";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SelectField } from "@/components/ui/field";
import { ScriptButton } from "@/components/ui/script-button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Card, CardUse } from "@/lib/cards/card";
import { cardLabel, cardName, expiryText, usesText } from "@/lib/cards/card";
import type { FormState } from "@/lib/platform/form-state";
import { ConfirmFirst } from "./confirm-first";
import { useNotice } from "./notice";

type State = FormState<"id" | "moveTo">;
type Props = {
  card: Card;
  /** What the card pays for. */
  paysFor: CardUse[];
  /** The cards that can pay. Those that are confirmed can take over what this one pays for. */
  others: Card[];
  action: (state: State, form: FormData) => Promise<State>;
  isLive: boolean;
};

/** Names the card and asks before it is deleted. A declined card is deleted already and is only dismissed. */
export function DeleteButton({ card, action, isLive, paysFor, others }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const notify = useNotice();
  const [state, submit] = useFormAction(async (previous: State, form: FormData) => {
    const next = await action(previous, form);
    if (next.status === "done") notify(`${cardName(card)} is deleted.`);
    return next;
  });
  const isDeclined = card.status === "declined";
  const replacements = others.filter((other) => other.isConfirmed);
  const expiry = expiryText(card);

  return (
    <>
      <ScriptButton
        variant="quiet"
        size="sm"
        disabled={!isLive}
        onClick={() => setIsOpen(true)}
        aria-label={`${isDeclined ? "Dismiss" : "Delete"} ${cardName(card)}`}
      >
        {isDeclined ? "Dismiss" : "Delete"}
      </ScriptButton>
      <Dialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={
          <span>
            {isDeclined ? "Dismiss" : "Delete"} <bdi>{card.nickname ?? cardName(card)}</bdi>?
          </span>
        }
      >
        <ActionForm action={submit} className="grid gap-5">
          <input type="hidden" name="id" value={card.id} />
          <p className="text-muted">
            <span>{expiry ? `${cardName(card)}, expires ${expiry}.` : `${cardName(card)}.`}</span>{" "}
            <span>
              {isDeclined
                ? "Your bank declined it, so it was not kept."
                : "It is deleted here and at our payment partner. To use it again you have to type it in again."}
            </span>{" "}
            {card.isDefault && <span>Another of your cards takes over as the default.</span>}
          </p>
          {paysFor.length > 0 && <ReplacementChoice paysFor={paysFor} confirmed={replacements} />}
          {paysFor.length > 0 && (
            <ConfirmFirst cards={others.filter((other) => !other.isConfirmed)} next="/cards" />
          )}
          <FormFailure state={state} />
          <div className="flex flex-wrap justify-end gap-3">
            <Button variant="secondary" onClick={() => setIsOpen(false)}>
              Keep it
            </Button>
            {(paysFor.length === 0 || replacements.length > 0) && (
              <SubmitButton variant="danger" pendingLabel="Deleting…">
                {isDeclined ? "Dismiss" : paysFor.length > 0 ? "Move and delete" : "Delete card"}
              </SubmitButton>
            )}
          </div>
        </ActionForm>
      </Dialog>
    </>
  );
}

/** For a card that is in use: another card takes over before it is deleted. */
function ReplacementChoice({ paysFor, confirmed }: Pick<Props, "paysFor"> & { confirmed: Card[] }) {
  const agreements = [...new Set(paysFor.map(({ agreement }) => agreement))];
  return (
    <div className="grid gap-4">
      <Alert tone="warning" title={usesText(paysFor).replace("Pays", "This card pays")}>
        <span>
          {confirmed.length > 0
            ? "Choose the card that takes over. By moving it you agree:"
            : "Without a card it would stop."}
        </span>{" "}
        {confirmed.length === 0 && (
          <AppLink href="/cards/new" className="font-semibold underline underline-offset-4">
            Add another card first
          </AppLink>
        )}
      </Alert>
      {confirmed.length > 0 && (
        <>
          {agreements.map((agreement) => (
            <p key={agreement} className="text-sm text-muted">
              {agreement}
            </p>
          ))}
          <SelectField label="Card that takes over" name="moveTo" defaultValue={confirmed[0]?.id}>
            {confirmed.map((card) => (
              <option key={card.id} value={card.id}>
                {cardLabel(card)}
              </option>
            ))}
          </SelectField>
        </>
      )}
    </div>
  );
}
