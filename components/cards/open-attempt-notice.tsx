"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import type { OpenAttempt } from "@/lib/cards/card";
import { cardName } from "@/lib/cards/card";
import { type FormState, idle } from "@/lib/platform/form-state";

type State = FormState<"id">;
type Props = { attempt: OpenAttempt; action: (state: State, form: FormData) => Promise<State> };

/** A challenge cannot be taken up again: the card's id is spent and its number was never ours. */
export function OpenAttemptNotice({ attempt, action }: Props) {
  const [state, submit] = useActionState<State, FormData>(async (previous, form) => {
    const next = await action(previous, form);
    // As a document of its own: the page of the form has its own content security policy.
    if (next.status === "done") location.assign(String(form.get("next")));
    return next;
  }, idle);
  return (
    <Panel aria-labelledby="unfinished" className="grid gap-4">
      <div className="grid gap-1.5">
        <h2 id="unfinished" className="text-xl">
          You left in the middle of something
        </h2>
        <p className="max-w-[56ch] text-muted">
          {cardName(attempt)} was on its way to your bank, and the answer never came back to this page. A
          bank's check cannot be picked up again, so the card has to be typed once more. If another tab is
          still open at your bank, finish there instead.
        </p>
      </div>
      {state.status === "failed" && (
        <p role="alert" className="text-sm font-medium text-signal">
          {state.message}
        </p>
      )}
      <form action={submit} className="flex flex-wrap gap-3">
        <input type="hidden" name="id" value={attempt.id} />
        <SubmitButton name="next" value="/cards/new" pendingLabel="One moment…">
          Start again
        </SubmitButton>
        <Button type="submit" name="next" value="/cards" variant="secondary">
          Discard it
        </Button>
      </form>
    </Panel>
  );
}
