"use client";

import { useActionState } from "react";
import { Alert } from "@/components/ui/alert";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FormState, idle } from "@/lib/platform/form-state";

type State = FormState<"paymentId">;
type Props = {
  paymentId: string;
  amount: string;
  voidIt: (state: State, form: FormData) => Promise<State>;
};

export function VoidForm({ paymentId, amount, voidIt }: Props) {
  const [state, submit] = useActionState<State, FormData>(voidIt, idle);
  return (
    <Panel aria-labelledby="void">
      <form action={submit} className="grid gap-4">
        <h2 id="void" className="text-xl">
          Void
        </h2>
        <p className="text-muted">
          {amount} is held on the card and not taken. Voiding lets it go; nothing is charged.
        </p>
        <input type="hidden" name="paymentId" value={paymentId} />
        {state.status === "failed" && <Alert tone="bad" title={state.message} />}
        <SubmitButton variant="danger" pendingLabel="Letting go …">
          Void the authorization
        </SubmitButton>
      </form>
    </Panel>
  );
}
