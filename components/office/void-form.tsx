"use client";

import { FormFailure } from "@/components/auth/failure";
import { ActionForm, useFormAction } from "@/components/ui/action-form";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { FormState } from "@/lib/platform/form-state";
import { AskFirst, useAskFirst } from "./ask-first";

type State = FormState<"paymentId">;
type Props = {
  paymentId: string;
  name: string;
  amount: string;
  voidPayment: (state: State, form: FormData) => Promise<State>;
};

export function VoidForm({ paymentId, name, amount, voidPayment }: Props) {
  const [state, submit] = useFormAction(voidPayment);
  const isHydrated = useHydrated();
  const { onSubmit, ...ask } = useAskFirst(() => `Void ${amount} of ${name}?`);
  return (
    <Panel aria-labelledby="void">
      <ActionForm action={submit} onSubmit={onSubmit} className="grid gap-4">
        <h2 id="void" className="text-xl">
          Void
        </h2>
        <p className="text-muted">
          {amount} is authorized and not captured. Voiding releases the authorization; nothing is charged.
        </p>
        <input type="hidden" name="paymentId" value={paymentId} />
        <FormFailure state={state} />
        <SubmitButton variant="danger" pendingLabel="Voiding …" disabled={!isHydrated}>
          Void the authorization
        </SubmitButton>
        <AskFirst {...ask} confirmLabel="Void it" cancelLabel="Keep it" pendingLabel="Voiding …">
          The order is not paid then, and the authorization cannot be restored.
        </AskFirst>
      </ActionForm>
    </Panel>
  );
}
