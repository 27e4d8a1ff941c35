"use client";

import { ActionForm, useFormAction } from "@/components/ui/action-form";

import { Button } from "@/components/ui/button";
import type { FormState } from "@/lib/platform/form-state";

export type MoveClock = (state: FormState, form: FormData) => Promise<FormState>;

/** Moves the clock forward by a day or a month. It cannot be moved back. */
export function DemoClockForm({ moveClock }: { moveClock: MoveClock }) {
  const [state, submit, isMoving] = useFormAction(moveClock);
  const step = (value: "day" | "month", label: string) => (
    <Button
      type="submit"
      name="step"
      value={value}
      variant="secondary"
      size="sm"
      aria-disabled={isMoving || undefined}
      onClick={(event) => isMoving && event.preventDefault()}
    >
      {label}
    </Button>
  );
  return (
    <ActionForm action={submit} className="mt-4 grid gap-2">
      <div className="grid grid-cols-2 gap-2">
        {step("day", "Forward one day")}
        {step("month", "Forward one month")}
      </div>
      <p role="status" className="text-sm text-muted">
        {isMoving ? "Moving the clock…" : "message" in state && state.message}
      </p>
    </ActionForm>
  );
}
