"use client";

import { FormFailure } from "@/components/auth/failure";
import { ActionForm, useFormAction } from "@/components/ui/action-form";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/platform/form-state";

type State = FormState<"id" | "decision">;
type Props = { id: string; decide: (state: State, form: FormData) => Promise<State> };

/** Staff's decision on a series that a dispute paused. */
export function DisputeForm({ id, decide }: Props) {
  const [state, submit] = useFormAction(decide);
  return (
    <Panel aria-labelledby="dispute">
      <ActionForm action={submit} className="grid gap-4">
        <h2 id="dispute" className="text-xl">
          Paused by a dispute
        </h2>
        <p className="max-w-[64ch] text-muted">
          A payment of this subscription was charged back. Nothing is charged until you decide, and the
          customer cannot resume it.
        </p>
        <input type="hidden" name="id" value={id} />
        <FormFailure state={state} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="decision" value="resume" variant="secondary" pendingLabel="One moment …">
            Charge it again
          </SubmitButton>
          <SubmitButton name="decision" value="end" variant="danger" pendingLabel="One moment …">
            End it
          </SubmitButton>
        </div>
      </ActionForm>
    </Panel>
  );
}
