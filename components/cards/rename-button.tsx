"use client";

import { useState } from "react";
import { FormFailure } from "@/components/auth/failure";
import { ActionForm, useFormAction } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { ScriptButton } from "@/components/ui/script-button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Card } from "@/lib/cards/card";
import { cardName } from "@/lib/cards/card";
import type { FormState } from "@/lib/platform/form-state";
import { useNotice } from "./notice";

type State = FormState<"id" | "nickname">;
type Props = { card: Card; action: (state: State, form: FormData) => Promise<State> };

export function RenameButton({ card, action }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const notify = useNotice();
  const [state, submit] = useFormAction(async (previous: State, form: FormData) => {
    const next = await action(previous, form);
    if (next.status === "done") {
      setIsOpen(false);
      notify(`Nickname of ${cardName(card)} saved.`);
    }
    return next;
  });
  const typed = "values" in state ? state.values?.nickname : undefined;

  return (
    <>
      <ScriptButton
        variant="quiet"
        size="sm"
        onClick={() => setIsOpen(true)}
        aria-label={`Rename ${cardName(card)}`}
      >
        Rename
      </ScriptButton>
      <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} title={`A name for ${cardName(card)}`}>
        <ActionForm action={submit} noValidate className="grid gap-5">
          <input type="hidden" name="id" value={card.id} />
          <FormFailure state={state} />
          <TextField
            name="nickname"
            label="Nickname"
            hint="Only you see it. Leave it empty to have none."
            defaultValue={typed ?? card.nickname ?? ""}
            error={state.status === "invalid" ? state.errors.nickname : undefined}
            autoComplete="off"
            dir="auto"
          />
          <div className="flex flex-wrap justify-end gap-3">
            <Button variant="secondary" onClick={() => setIsOpen(false)}>
              Cancel
            </Button>
            <SubmitButton pendingLabel="Saving…">Save name</SubmitButton>
          </div>
        </ActionForm>
      </Dialog>
    </>
  );
}
