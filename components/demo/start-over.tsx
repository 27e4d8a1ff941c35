"use client";

import { RotateCcw } from "lucide-react";
import { ActionForm, useFormAction } from "@/components/ui/action-form";
import type { FormState } from "@/lib/platform/form-state";
import { BAR_CONTROL } from "./bar-control";

type Props = { startOver: (state: FormState, form: FormData) => Promise<FormState> };

/** Asks first: everything that was done in the demo is deleted. */
export function StartOver({ startOver }: Props) {
  const [state, submit, isPending] = useFormAction(startOver);
  return (
    <>
      <button type="button" popoverTarget="start-over" title="Start over" className={BAR_CONTROL}>
        <RotateCcw aria-hidden className="size-4" />
        <span className="@min-[78rem]:sr-only">Start over</span>
      </button>
      <div
        id="start-over"
        popover="auto"
        className="pop-in fixed inset-x-0 top-12 m-auto mt-0 w-80 max-w-[calc(100vw-2rem)] rounded-panel border border-inverse-line bg-inverse p-4 text-on-inverse shadow-floating not-open:hidden"
      >
        <ActionForm action={submit} className="grid gap-3">
          <p>
            Shop, sandbox and clock go back to the beginning. What was saved, bought and sent since then is
            deleted.
          </p>
          <button
            type="submit"
            name="confirm"
            value="start-over"
            aria-disabled={isPending || undefined}
            onClick={(event) => isPending && event.preventDefault()}
            className="min-h-11 rounded-control bg-on-inverse px-4 font-semibold text-inverse"
          >
            <span>{isPending ? "Starting over…" : "Start over"}</span>
          </button>
          <p role="status">{state.status === "failed" && state.message}</p>
        </ActionForm>
      </div>
    </>
  );
}
