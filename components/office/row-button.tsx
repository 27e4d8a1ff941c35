"use client";

import type { ReactNode } from "react";
import { FormFailure } from "@/components/auth/failure";
import { ActionForm, useFormAction } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/platform/form-state";

export type RowAction<Field extends string> = (
  state: FormState<Field>,
  form: FormData,
) => Promise<FormState<Field>>;

type Props<Field extends string> = {
  action: RowAction<Field>;
  /** The hidden field that names the row. */
  field: Field;
  value: string;
  /** The accessible name, which names the row as well. */
  label: string;
  pendingLabel: string;
  /** `quiet` where the rows are read more often than the button is pressed. */
  variant?: "secondary" | "quiet";
  children: ReactNode;
};

/** A button at the end of a row, with the action's answer below it. */
export function RowButton<Field extends string>(props: Props<Field>) {
  const { action, field, value, label, pendingLabel, variant = "secondary", children } = props;
  const [state, submit] = useFormAction(action);
  return (
    <ActionForm action={submit} className="relative z-10 grid justify-items-start gap-1 md:justify-items-end">
      <input type="hidden" name={field} value={value} />
      <SubmitButton variant={variant} size="sm" pendingLabel={pendingLabel} aria-label={label}>
        {children}
      </SubmitButton>
      <p role="status" className="text-xs text-muted">
        {state.status === "done" && state.message}
      </p>
      <FormFailure state={state} />
    </ActionForm>
  );
}
