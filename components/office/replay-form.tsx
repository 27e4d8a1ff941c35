"use client";

import { RotateCw } from "lucide-react";
import { useActionState } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FormState, idle } from "@/lib/platform/form-state";

type State = FormState<"eventId">;
export type Replay = (state: State, form: FormData) => Promise<State>;

/** Safe at any time: the event is fetched again and what it is about is brought up to date. */
export function ReplayForm({ eventId, replay }: { eventId: string; replay: Replay }) {
  const [state, submit] = useActionState<State, FormData>(replay, idle);
  return (
    <form action={submit} className="grid justify-items-start gap-1 md:justify-items-end">
      <input type="hidden" name="eventId" value={eventId} />
      <SubmitButton variant="secondary" size="sm" pendingLabel="Looking …" aria-label={`Replay ${eventId}`}>
        <RotateCw aria-hidden className="size-3.5" /> Replay
      </SubmitButton>
      <p role="status" className="text-xs text-muted">
        {"message" in state && state.message}
      </p>
    </form>
  );
}
