"use client";

import { ActionForm, useFormAction } from "@/components/ui/action-form";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/platform/form-state";
import { FormFailure } from "./failure";

type Props = { action: (state: FormState, form: FormData) => Promise<FormState> };

export function SignOutEverywhere({ action }: Props) {
  const [state, submit] = useFormAction(action);
  return (
    <Panel aria-labelledby="everywhere" className="flex flex-wrap items-center justify-between gap-4">
      <div className="grid gap-1">
        <h2 id="everywhere" className="text-xl">
          Your sessions
        </h2>
        <p className="max-w-[46ch] text-muted">Ends every session, on this device and all others.</p>
      </div>
      <ActionForm action={submit} className="grid gap-3">
        <FormFailure state={state} />
        <SubmitButton variant="secondary" pendingLabel="Signing out…">
          Sign out everywhere
        </SubmitButton>
      </ActionForm>
    </Panel>
  );
}
