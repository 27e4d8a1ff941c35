"use client";

import { FormFailure } from "@/components/auth/failure";
import { ActionForm, useFormAction } from "@/components/ui/action-form";

import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/platform/form-state";

type State = FormState<"paymentId">;
type Props = {
  paymentId: string;
  amount: string;
  voidPayment: (state: State, form: FormData) => Promise<State>;
};

export function VoidForm({ paymentId, amount, voidPayment }: Props) {
  const [state, submit] = useFormAction(voidPayment);
  return (
    <Panel aria-labelledby="void">
      <ActionForm action={submit} className="grid gap-4">
        <h2 id="void" className="text-xl">
          Void
        </h2>
        <p className="text-muted">
          {amount} is authorized and not captured. Voiding releases the authorization; nothing is charged.
        </p>
        <input type="hidden" name="paymentId" value={paymentId} />
        <FormFailure state={state} />
        <SubmitButton variant="danger" pendingLabel="Voiding …">
          Void the authorization
        </SubmitButton>
      </ActionForm>
    </Panel>
  );
}
