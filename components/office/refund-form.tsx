"use client";

import { useRef } from "react";
import { ActionForm, useFormAction } from "@/components/ui/action-form";
import { Alert } from "@/components/ui/alert";
import { SelectField, TextField } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { useFocusInvalid } from "@/components/ui/use-focus-invalid";
import type { FormState } from "@/lib/platform/form-state";

type FieldName = "paymentId" | "amount" | "refundable" | "reason";
type State = FormState<FieldName>;
type Props = {
  paymentId: string;
  /** A decimal: the default amount, sent back to the action as the refundable amount that was shown. */
  refundable: string;
  refundableText: string;
  currency: string;
  refund: (state: State, form: FormData) => Promise<State>;
};

export function RefundForm({ paymentId, refundable, refundableText, currency, refund }: Props) {
  const [state, submit] = useFormAction(refund);
  const form = useRef<HTMLFormElement>(null);
  useFocusInvalid(form, state);
  const typed = "values" in state ? state.values : undefined;
  return (
    <Panel aria-labelledby="refund">
      <ActionForm ref={form} action={submit} noValidate className="grid gap-5">
        <h2 id="refund" className="text-xl">
          Refund
        </h2>
        <p className="text-muted">
          <span className="font-semibold text-ink tabular-nums">{refundableText}</span> can be refunded.
        </p>
        <input type="hidden" name="paymentId" value={paymentId} />
        <input type="hidden" name="refundable" value={refundable} />
        <TextField
          // Resets the field when the refundable amount has changed.
          key={refundable}
          label={`Amount in ${currency}`}
          name="amount"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={typed?.amount ?? refundable}
          error={state.status === "invalid" ? state.errors.amount : undefined}
        />
        <SelectField label="Reason" name="reason" defaultValue={typed?.reason ?? "customer_request"}>
          <option value="customer_request">Requested by the customer</option>
          <option value="duplicate">Duplicate payment</option>
          <option value="fraud">Fraud</option>
          <option value="other">Other</option>
        </SelectField>
        {state.status === "failed" && <Alert tone="bad" title={state.message} />}
        {state.status === "done" && <Alert tone="good" title={state.message} />}
        <SubmitButton variant="danger" pendingLabel="Refunding …">
          Refund
        </SubmitButton>
      </ActionForm>
    </Panel>
  );
}
