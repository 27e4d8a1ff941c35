"use client";

import { useActionState } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FormState, idle } from "@/lib/platform/form-state";

type State = FormState<"key">;
export type Resend = (state: State, form: FormData) => Promise<State>;

export function ResendForm({
  mailKey,
  subject,
  resend,
}: {
  mailKey: string;
  subject: string;
  resend: Resend;
}) {
  const [state, submit] = useActionState<State, FormData>(resend, idle);
  return (
    <form action={submit} className="grid justify-items-start gap-1 md:justify-items-end">
      <input type="hidden" name="key" value={mailKey} />
      <SubmitButton
        variant="secondary"
        size="sm"
        pendingLabel="One moment …"
        aria-label={`Send again: ${subject}`}
      >
        Send again
      </SubmitButton>
      <p role="status" className="text-xs text-muted">
        {"message" in state && state.message}
      </p>
    </form>
  );
}
