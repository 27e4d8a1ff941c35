"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Failure, type FailureText } from "@/components/auth/failure";
import { Button, ButtonLink } from "@/components/ui/button";
import { useCalls } from "@/components/ui/page-viewer";
import { Panel } from "@/components/ui/panel";
import { ScriptButton } from "@/components/ui/script-button";
import { Spinner } from "@/components/ui/spinner";
import { type Card, type ConfirmCardResult, cardName, type StartConfirmationResult } from "@/lib/cards/card";
import { sentenceOf } from "@/lib/platform/error-sentences";
import type { CallState } from "@/lib/platform/form-state";
import { loadProcessOut, makeCardPayment } from "@/lib/processout-js";
import { codeOf, type ScriptSettings } from "./card-fields";

type Actions = {
  startConfirmation: (card: { id: string }) => Promise<CallState<StartConfirmationResult>>;
  finishConfirmation: (card: { id: string }) => Promise<CallState<ConfirmCardResult>>;
};

type Props = {
  card: Card;
  /** Where the shopper came from and goes back to. */
  next: string;
  script: ScriptSettings;
  actions: Actions;
};

/** The browser's half of `lib/cards/confirm-card.ts`: authorizes zero with the saved card, with a challenge. */
export function ConfirmCard({ card, next, script, actions }: Props) {
  const { state, confirm, stop } = useConfirmation(card.id, next, script, actions);
  useFreshPage(state.at === "asking" && !card.isConfirmed);
  if (card.isConfirmed) {
    return (
      <Panel aria-label={cardName(card)} className="grid gap-4">
        <p>Your bank has confirmed {cardName(card)}.</p>
        <div>
          <ButtonLink href={next}>Go on</ButtonLink>
        </div>
      </Panel>
    );
  }
  const isBusy = state.at !== "asking";
  return (
    <Panel aria-label={cardName(card)} className="grid gap-4">
      <p>{cardName(card)} was saved without asking your bank.</p>
      {state.at === "asking" && state.failure && (
        <Failure title="Your card was not confirmed" failure={state.failure} />
      )}
      <div className="flex flex-wrap gap-3">
        <ScriptButton onClick={confirm} aria-disabled={isBusy || undefined}>
          {isBusy && <Spinner />}
          <span>{isBusy ? "Your bank is checking…" : "Confirm with your bank"}</span>
        </ScriptButton>
        {state.at === "verifying" ? (
          <Button variant="quiet" onClick={stop}>
            Stop
          </Button>
        ) : (
          <ButtonLink href={next} variant="quiet">
            Go back
          </ButtonLink>
        )}
      </div>
    </Panel>
  );
}

const REFRESH_MS = 30_000;

/** A confirmation that is finished in another browser shows here too. */
function useFreshPage(isWaiting: boolean) {
  const router = useRouter();
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => !document.hidden && router.refresh(), REFRESH_MS);
    return () => clearInterval(timer);
  }, [isWaiting, router]);
}

type ConfirmState = { at: "asking"; failure?: FailureText } | { at: "verifying" } | { at: "done" };

type Result = Exclude<ConfirmCardResult, { kind: "stopped" }> | (FailureText & { kind: "stopped" });

function useConfirmation(id: string, next: string, script: ScriptSettings, calls: Actions) {
  const actions = useCalls(calls);
  const [state, setState] = useState<ConfirmState>({ at: "asking" });
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function confirm() {
    if (state.at !== "asking") return;
    setState({ at: "verifying" });
    running.current = new AbortController();
    const result = await askBank(id, script, actions, running.current.signal).catch(stopped);
    if (result.kind === "stopped") return setState({ at: "asking", failure: result });
    setState({ at: "done" });
    location.replace(next);
  }

  return { state, confirm, stop: () => running.current?.abort() };
}

/** Whatever the browser saw, the server's answer is the result: it asks ProcessOut. */
async function askBank(
  id: string,
  { scriptUrl, projectId }: ScriptSettings,
  actions: Actions,
  signal: AbortSignal,
): Promise<Result> {
  const client = await loadProcessOut(scriptUrl, projectId);
  const started = await actions.startConfirmation({ id });
  if (started.status === "failed") return toStopped(started);
  if (started.data.kind === "confirmed") return started.data;
  const { invoiceId, source } = started.data;
  const options = { authorize_only: true };
  const failure = await makeCardPayment(client, { invoiceId, source, options, signal }).then(
    () => null,
    stopped,
  );
  const finished = await actions.finishConfirmation({ id });
  if (finished.status === "failed") return toStopped(finished);
  return finished.data.kind === "stopped" ? (failure ?? finished.data) : finished.data;
}

/** Signed out, this page shows after signing in whether the bank has confirmed. */
const toStopped = ({ code, message }: FailureText): Result => ({ kind: "stopped", code, message });

const stopped = (error: unknown): Result => ({
  kind: "stopped",
  message: sentenceOf(codeOf(error)),
});
