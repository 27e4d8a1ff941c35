"use client";

import { FormFailure } from "@/components/auth/failure";
import { ActionForm, useFormAction } from "@/components/ui/action-form";

import { SubmitButton } from "@/components/ui/submit-button";
import type { Card } from "@/lib/cards/card";
import { cardName } from "@/lib/cards/card";
import type { FormState } from "@/lib/platform/form-state";
import { useNotice } from "./notice";

type State = FormState<"id">;
type Props = { card: Card; action: (state: State, form: FormData) => Promise<State>; isLive: boolean };

export function DefaultButton({ card, action, isLive }: Props) {
  const notify = useNotice();
  const [state, submit] = useFormAction(async (previous: State, form: FormData) => {
    const next = await action(previous, form);
    if (next.status === "done") notify(`${cardName(card)} is your default card now.`);
    return next;
  });
  return (
    <ActionForm action={submit}>
      <input type="hidden" name="id" value={card.id} />
      <SubmitButton
        variant="quiet"
        size="sm"
        pendingLabel="Changing…"
        disabled={!isLive}
        aria-label={`Make default: ${cardName(card)}`}
      >
        Make default
      </SubmitButton>
      <FormFailure state={state} />
    </ActionForm>
  );
}
