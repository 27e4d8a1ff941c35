"use client";

import { ChevronDown, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { ActionForm, useFormAction } from "@/components/ui/action-form";
import { AppLink } from "@/components/ui/app-link";
import { DAY_MS } from "@/lib/platform/durations";
import type { FormState } from "@/lib/platform/form-state";
import { BAR_CONTROL } from "./bar-control";
import { useMarkedChanges } from "./use-marked-changes";

export type MoveClock = (state: FormState, form: FormData) => Promise<FormState>;

type Result = { isDone: boolean; lines: { text: string; href: string }[] };
type Props = { now: Date; moveClock: MoveClock };

/**
 * The demo's clock. After a move it waits for the worker, loads the page again with what changed on it marked, and lists what
 * happened in the element `demo-news`, which is in the flow below the bar.
 */
export function DemoClock({ now, moveClock }: Props) {
  const [state, submit, isMoving] = useFormAction(moveClock);
  const [isDismissed, setDismissed] = useState(false);
  const result = useClockResult(state);
  const move = (form: FormData) => {
    setDismissed(false);
    submit(form);
  };
  const tomorrow = new Date(now.getTime() + DAY_MS).toISOString().slice(0, 10);
  const button = (value: string, label: string, className = BAR_CONTROL) => (
    <button
      type="submit"
      name="step"
      value={value}
      aria-disabled={isMoving || undefined}
      onClick={(event) => isMoving && event.preventDefault()}
      className={className}
    >
      {label}
    </button>
  );
  return (
    <>
      <ActionForm
        action={move}
        aria-label="Clock"
        className="flex flex-wrap items-center gap-1 @min-[78rem]:flex-nowrap @min-[78rem]:gap-0.5"
      >
        <button type="button" popoverTarget="demo-date" className={`${BAR_CONTROL} tabular-nums`}>
          <time dateTime={now.toISOString()}>{DATE.format(now)}</time>
          <ChevronDown aria-hidden className="size-3.5" />
        </button>
        {button("day", "+1 day")}
        {button("month", "+1 month")}
      </ActionForm>
      <div
        id="demo-date"
        popover="auto"
        className="pop-in fixed inset-x-0 top-12 m-auto mt-0 w-72 rounded-panel border border-inverse-line bg-inverse p-4 text-on-inverse shadow-floating not-open:hidden"
      >
        <ActionForm action={move} className="grid gap-3">
          <p className="text-on-inverse-muted">
            The shop, its worker and ProcessOut&rsquo;s side share one clock. It shows{" "}
            <time dateTime={now.toISOString()}>{DATE_AND_TIME.format(now)}</time>.
          </p>
          <label className="grid gap-1 font-medium">
            Forward to
            <input type="date" name="date" min={tomorrow} required className="control text-ink" />
          </label>
          {button(
            "date",
            "Move the clock",
            "min-h-11 rounded-control bg-on-inverse px-4 font-semibold text-inverse",
          )}
        </ActionForm>
      </div>
      {!isDismissed && (
        <News
          isMoving={isMoving}
          state={state}
          result={result}
          now={now}
          onDismiss={() => setDismissed(true)}
        />
      )}
    </>
  );
}

type NewsProps = {
  isMoving: boolean;
  state: FormState;
  result: Result | null;
  now: Date;
  onDismiss: () => void;
};

/** What a move of the clock led to, in the flow below the bar. */
function News({ isMoving, state, result, now, onDismiss }: NewsProps) {
  const place = usePlace("demo-news");
  if (!place) return null;
  const said = isMoving ? "Moving the clock…" : sentenceOf(state, result);
  const isOpen = said !== null || result !== null;
  const content = (
    <div
      role="status"
      className={isOpen ? "flex items-start gap-4 border-t border-inverse-line px-4 py-2.5 sm:px-6" : ""}
    >
      {isOpen && (
        <>
          <div className="mx-auto flex w-full max-w-6xl flex-wrap gap-x-5 gap-y-1">
            <strong key="date" className="font-semibold">
              {DATE.format(now)}
            </strong>
            {said && <span key="said">{said}</span>}
            {result?.lines.map(({ text, href }) => (
              <AppLink key={text} href={href} className="underline underline-offset-4">
                {text}
              </AppLink>
            ))}
          </div>
          <button
            type="button"
            onClick={onDismiss}
            aria-label="Close"
            className="-my-1 grid size-8 place-items-center"
          >
            <X aria-hidden className="size-4" />
          </button>
        </>
      )}
    </div>
  );
  return createPortal(content, place);
}

function sentenceOf(state: FormState, result: Result | null): string | null {
  if (state.status === "failed") return state.message;
  if (state.status === "invalid") return Object.values(state.errors).join(" ");
  if (!result) return null;
  if (!result.isDone) return "The worker does what is due now…";
  return result.lines.length === 0 ? "Nothing was due for you." : null;
}

/** Reads what happened until the worker is done, then loads the page again. Null before a move in this tab. */
function useClockResult(state: FormState): Result | null {
  const router = useRouter();
  const markChanges = useMarkedChanges();
  const [result, setResult] = useState<Result | null>(null);
  useEffect(() => {
    if (state.status !== "done") return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    setResult({ isDone: false, lines: [] });
    const read = async () => {
      const next = await fetchResult(stop.signal);
      if (stop.signal.aborted) return;
      if (next) setResult(next);
      if (!next?.isDone) timer = setTimeout(read, POLL_MS);
      else {
        markChanges();
        router.refresh();
      }
    };
    void read();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [state, router, markChanges]);
  return result;
}

async function fetchResult(signal: AbortSignal): Promise<Result | null> {
  try {
    const response = await fetch("/api/demo/clock-result", { signal, cache: "no-store" });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

/** An element of the page that another component left for this one. */
function usePlace(id: string): HTMLElement | null {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useEffect(() => setPlace(document.getElementById(id)), [id]);
  return place;
}

const POLL_MS = 700;
const DATE = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const DATE_AND_TIME = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "long",
  timeStyle: "short",
  timeZone: "UTC",
});
