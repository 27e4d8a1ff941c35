"use client";

import { useState } from "react";
import { FormFailure } from "@/components/auth/failure";
import { ActionForm, useFormAction } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ScriptButton } from "@/components/ui/script-button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/platform/form-state";
import { formatMoney } from "@/lib/platform/money";
import type { Subscription } from "@/lib/subscriptions/subscription";
import { isOver } from "@/lib/subscriptions/subscription-status";

type State = FormState<"id">;
type Action = (state: State, form: FormData) => Promise<State>;
type Props = {
  subscription: Pick<Subscription, "id" | "name" | "status" | "count" | "charge" | "isDisputed">;
  pause: Action;
  resume: Action;
  cancel: Action;
};

/** Pause, resume, cancel. Instalments offer none of them: the machine was delivered. */
export function SubscriptionControls({ subscription, ...actions }: Props) {
  const { id, name, status, count, charge, isDisputed } = subscription;
  const [isConfirming, setIsConfirming] = useState(false);
  const [pause, pauseAction] = useFormAction(status === "paused" ? actions.resume : actions.pause);
  const [cancel, cancelAction] = useFormAction(actions.cancel);
  if (count !== null || isOver(status)) return null;
  const canPause = (status === "active" || status === "paused") && !isDisputed;
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-3">
        {canPause && (
          <ActionForm action={pauseAction}>
            <input type="hidden" name="id" value={id} />
            <SubmitButton variant="secondary" pendingLabel="One moment…">
              {status === "paused" ? "Resume" : "Pause"}
            </SubmitButton>
          </ActionForm>
        )}
        <ScriptButton variant="quiet" onClick={() => setIsConfirming(true)}>
          Cancel subscription
        </ScriptButton>
      </div>
      <FormFailure state={pause.status === "failed" ? pause : cancel} />
      <Dialog isOpen={isConfirming} onClose={() => setIsConfirming(false)} title={`Cancel ${name}?`}>
        <ActionForm action={cancelAction} className="grid gap-5">
          <input type="hidden" name="id" value={id} />
          <p className="text-muted">
            {charge?.status === "under-way"
              ? `A payment of ${formatMoney(charge.amount)} is under way: if your bank approves it, that delivery still comes and is the last one. After it, nothing more is charged. `
              : "Nothing more is charged. "}
            Deliveries that are paid for still arrive. You can subscribe again at any time, at the current
            price.
          </p>
          <div className="flex flex-wrap justify-end gap-3">
            <Button variant="secondary" onClick={() => setIsConfirming(false)}>
              Keep subscription
            </Button>
            <SubmitButton variant="danger" pendingLabel="Canceling…">
              Cancel it
            </SubmitButton>
          </div>
        </ActionForm>
      </Dialog>
    </div>
  );
}
