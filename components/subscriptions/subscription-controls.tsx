"use client";

import { useActionState, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ScriptButton } from "@/components/ui/script-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FormState, idle } from "@/lib/platform/form-state";
import type { Subscription } from "@/lib/subscriptions/subscription";
import { isOver } from "@/lib/subscriptions/subscription-status";

type State = FormState<"id">;
type Action = (state: State, form: FormData) => Promise<State>;
type Props = {
  subscription: Pick<Subscription, "id" | "name" | "status" | "count">;
  pause: Action;
  resume: Action;
  cancel: Action;
};

/** Pause, resume, cancel. Instalments have none of them: the machine is there already. */
export function SubscriptionControls({ subscription: { id, name, status, count }, ...actions }: Props) {
  const [isAsking, setIsAsking] = useState(false);
  const [rest, restAction] = useActionState(status === "paused" ? actions.resume : actions.pause, idle);
  const [end, endAction] = useActionState(actions.cancel, idle);
  if (count !== null || isOver(status)) return null;
  const canRest = status === "active" || status === "paused";
  const failure = [rest, end].find((state) => state.status === "failed");
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-3">
        {canRest && (
          <form action={restAction}>
            <input type="hidden" name="id" value={id} />
            <SubmitButton variant="secondary" pendingLabel="One moment…">
              {status === "paused" ? "Resume" : "Pause"}
            </SubmitButton>
          </form>
        )}
        <ScriptButton variant="quiet" onClick={() => setIsAsking(true)}>
          Cancel subscription
        </ScriptButton>
      </div>
      {failure?.status === "failed" && <Alert tone="bad" title={failure.message} />}
      <Dialog isOpen={isAsking} onClose={() => setIsAsking(false)} title={`Cancel ${name}?`}>
        <form action={endAction} className="grid gap-5">
          <input type="hidden" name="id" value={id} />
          <p className="text-muted">
            Nothing more is charged. What is paid for still comes. You can begin again any time, at the price
            of the day.
          </p>
          <div className="flex flex-wrap justify-end gap-3">
            <Button variant="secondary" onClick={() => setIsAsking(false)}>
              Keep it
            </Button>
            <SubmitButton variant="danger" pendingLabel="Canceling…">
              Cancel it
            </SubmitButton>
          </div>
        </form>
      </Dialog>
    </div>
  );
}
