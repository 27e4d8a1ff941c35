"use client";

import { useActionState } from "react";
import { Alert } from "@/components/ui/alert";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FormState, idle } from "@/lib/platform/form-state";

type State = FormState<"id" | "decision">;
type Props = { id: string; decide: (state: State, form: FormData) => Promise<State> };

/** Staff's decision on a series that a dispute paused. */
export function DisputeForm({ id, decide }: Props) {
  const [state, submit] = useActionState<State, FormData>(decide, idle);
  return (
    <Panel aria-labelledby="dispute">
      <form action={submit} className="grid gap-4">
        <h2 id="dispute" className="text-xl">
          Paused by a dispute
        </h2>
        <p className="max-w-[64ch] text-muted">
          A payment of this subscription was charged back. Nothing is charged until you decide, and the
          customer cannot resume it.
        </p>
        <input type="hidden" name="id" value={id} />
        {state.status === "failed" && <Alert tone="bad" title={state.message} />}
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="decision" value="resume" variant="secondary" pendingLabel="One moment …">
            Charge it again
          </SubmitButton>
          <SubmitButton name="decision" value="end" variant="danger" pendingLabel="One moment …">
            End it
          </SubmitButton>
        </div>
      </form>
    </Panel>
  );
}
