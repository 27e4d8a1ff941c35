"use client";

import { FormFailure } from "@/components/auth/failure";
import { ActionForm, useFormAction } from "@/components/ui/action-form";

import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import type { OpenAttempt } from "@/lib/cards/card";
import { cardName } from "@/lib/cards/card";
import type { FormState } from "@/lib/platform/form-state";

type State = FormState<"id">;
type Props = { attempt: OpenAttempt; action: (state: State, form: FormData) => Promise<State> };

/** A challenge cannot be resumed: the card id is used, and the number was never stored here. */
export function OpenAttemptNotice({ attempt, action }: Props) {
  const [state, submit] = useFormAction(async (previous: State, form: FormData) => {
    const next = await action(previous, form);
    // A full load rather than a client navigation: the form’s page has its own content security policy.
    if (next.status === "done") location.assign(String(form.get("next")));
    return next;
  });
  return (
    <Panel aria-labelledby="unfinished" className="grid gap-4">
      <div className="grid gap-1.5">
        <h2 id="unfinished" className="text-xl">
          Unfinished card verification
        </h2>
        <p className="max-w-[56ch] text-muted">
          Your bank’s check of {cardName(attempt)} was started and not finished. It cannot be resumed, so
          please type the card again. If your bank’s page is still open in another tab, finish it there
          instead.
        </p>
      </div>
      <FormFailure state={state} />
      <ActionForm action={submit} className="flex flex-wrap gap-3">
        <input type="hidden" name="id" value={attempt.id} />
        <SubmitButton name="next" value="/cards/new" pendingLabel="One moment…">
          Start again
        </SubmitButton>
        <Button type="submit" name="next" value="/cards" variant="secondary">
          Discard it
        </Button>
      </ActionForm>
    </Panel>
  );
}
