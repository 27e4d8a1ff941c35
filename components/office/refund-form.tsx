"use client";

import { useActionState, useRef } from "react";
import { Alert } from "@/components/ui/alert";
import { SelectField, TextField } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { useFocusInvalid } from "@/components/ui/use-focus-invalid";
import { type FormState, idle } from "@/lib/platform/form-state";

type FieldName = "paymentId" | "amount" | "currency" | "left" | "reason";
type State = FormState<FieldName>;
type Props = {
  paymentId: string;
  /** Decimal text: the amount the form begins with, and what it tells the action was left. */
  left: string;
  leftText: string;
  currency: string;
  refund: (state: State, form: FormData) => Promise<State>;
};

export function RefundForm({ paymentId, left, leftText, currency, refund }: Props) {
  const [state, submit] = useActionState<State, FormData>(refund, idle);
  const form = useRef<HTMLFormElement>(null);
  useFocusInvalid(form, state);
  const typed = "values" in state ? state.values : undefined;
  return (
    <Panel aria-labelledby="refund">
      <form ref={form} action={submit} noValidate className="grid gap-5">
        <h2 id="refund" className="text-xl">
          Refund
        </h2>
        <p className="text-muted">
          <span className="font-semibold text-ink tabular-nums">{leftText}</span> is left to refund.
        </p>
        <input type="hidden" name="paymentId" value={paymentId} />
        <input type="hidden" name="currency" value={currency} />
        <input type="hidden" name="left" value={left} />
        <TextField
          // Another sum left is another form.
          key={left}
          label={`Amount in ${currency}`}
          name="amount"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={typed?.amount ?? left}
          error={state.status === "invalid" ? state.errors.amount : undefined}
        />
        <SelectField label="Reason" name="reason" defaultValue={typed?.reason ?? "customer_request"}>
          <option value="customer_request">The customer asked</option>
          <option value="duplicate">Paid twice</option>
          <option value="fraud">Fraud</option>
          <option value="other">Something else</option>
        </SelectField>
        {state.status === "failed" && <Alert tone="bad" title={state.message} />}
        {state.status === "done" && <Alert tone="good" title={state.message} />}
        <SubmitButton variant="danger" pendingLabel="Refunding …">
          Refund
        </SubmitButton>
      </form>
    </Panel>
  );
}
