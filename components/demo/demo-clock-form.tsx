"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { type FormState, idle } from "@/lib/platform/form-state";

export type MoveClock = (state: FormState, form: FormData) => Promise<FormState>;

/** Time only moves forward, here as at a bank. */
export function DemoClockForm({ moveClock }: { moveClock: MoveClock }) {
  const [state, submit, isMoving] = useActionState<FormState, FormData>(moveClock, idle);
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
    <form action={submit} className="mt-4 grid gap-2">
      <div className="grid grid-cols-2 gap-2">
        {step("day", "A day on")}
        {step("month", "A month on")}
      </div>
      <p role="status" className="text-sm text-muted">
        {isMoving ? "Moving …" : "message" in state && state.message}
      </p>
    </form>
  );
}
