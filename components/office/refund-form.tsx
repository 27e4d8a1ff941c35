"use client";

import { useRef } from "react";
import { FormFailure } from "@/components/auth/failure";
import { ActionForm, useFormAction } from "@/components/ui/action-form";
import { Alert } from "@/components/ui/alert";
import { SelectField, TextField } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { useFocusInvalid } from "@/components/ui/use-focus-invalid";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { SeriesAfterRefund } from "@/lib/office/screens";
import type { FormState } from "@/lib/platform/form-state";
import { formatMoney, parseTypedMoney } from "@/lib/platform/money";
import { AskFirst, useAskFirst } from "./ask-first";

type FieldName = "paymentId" | "amount" | "refundable" | "reason" | "seriesAfter";
type State = FormState<FieldName>;
type Props = {
  paymentId: string;
  /** Who gets the money back, and on which card. */
  name: string;
  card: string;
  /** A decimal: the default amount, sent back to the action as the refundable amount that was shown. */
  refundable: string;
  refundableText: string;
  currency: string;
  /** What may happen to the series that the payment belongs to. */
  seriesChoices: SeriesAfterRefund[];
  refund: (state: State, form: FormData) => Promise<State>;
};

const SERIES: Record<SeriesAfterRefund, string> = {
  continues: "It goes on",
  pauses: "It pauses until the customer resumes it",
  ends: "It ends: nothing more is charged",
};

export function RefundForm({ paymentId, refundable, refundableText, currency, ...rest }: Props) {
  const { name, card, seriesChoices, refund } = rest;
  const [state, submit] = useFormAction(refund);
  const isHydrated = useHydrated();
  const { onSubmit, ...ask } = useAskFirst((form) => {
    const amount = parseTypedMoney(String(form.get("amount")), currency);
    const isDecided = seriesChoices.length === 0 || form.has("seriesAfter");
    return amount && isDecided ? `Refund ${formatMoney(amount)} to ${name}?` : null;
  });
  const form = useRef<HTMLFormElement>(null);
  useFocusInvalid(form, state);
  const typed = "values" in state ? state.values : undefined;
  return (
    <Panel aria-labelledby="refund">
      <ActionForm ref={form} action={submit} onSubmit={onSubmit} noValidate className="grid gap-5">
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
          defaultValue={typed?.amount ?? (state.status === "done" ? "" : refundable)}
          error={state.status === "invalid" ? state.errors.amount : undefined}
        />
        <SelectField label="Reason" name="reason" defaultValue={typed?.reason ?? "customer_request"}>
          <option value="customer_request">Requested by the customer</option>
          <option value="duplicate">Duplicate payment</option>
          <option value="fraud">Fraud</option>
          <option value="other">Other</option>
        </SelectField>
        {seriesChoices.length > 0 && (
          <SelectField
            label="The subscription"
            name="seriesAfter"
            defaultValue={typed?.seriesAfter ?? ""}
            hint="The customer reads it on their page and in an e-mail."
            error={state.status === "invalid" ? state.errors.seriesAfter : undefined}
          >
            <option value="" disabled>
              Choose what happens to it
            </option>
            {seriesChoices.map((choice) => (
              <option key={choice} value={choice}>
                {SERIES[choice]}
              </option>
            ))}
          </SelectField>
        )}
        <FormFailure state={state} />
        {state.status === "done" && <Alert tone="good" title={state.message} />}
        <SubmitButton variant="danger" pendingLabel="Refunding …" disabled={!isHydrated}>
          Refund
        </SubmitButton>
        <AskFirst {...ask} confirmLabel="Refund it" cancelLabel="Do not refund" pendingLabel="Refunding …">
          The money goes back to {card}. A refund cannot be taken back.
        </AskFirst>
      </ActionForm>
    </Panel>
  );
}
