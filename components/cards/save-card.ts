"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import type { FailureText } from "@/components/auth/failure";
import { describeLostCall } from "@/components/ui/lost-call";
import { useCalls } from "@/components/ui/page-viewer";
import type {
  Card,
  SaveCardRequest,
  SaveCardResult,
  StartCardResult,
  VerificationTarget,
} from "@/lib/cards/card";
import { sentenceOf } from "@/lib/platform/error-sentences";
import type { CallState } from "@/lib/platform/form-state";
import { BrowserError, makeCardToken, type ProcessOutClient } from "@/lib/processout-js";
import { type FieldErrors, fieldErrors, focusFirstWrong } from "./card-errors";
import { codeOf, type MountedFields } from "./card-fields";

/*
 * The browser's half of saving a card; lib/cards/save-card.ts is the server's half. With verification:
 *
 *   fields.tokenize   processout.js sends what was typed to ProcessOut and returns a card id
 *   startCard         (server) creates an empty token for it
 *   makeCardToken     processout.js assigns the card to the token, and runs 3-D Secure if the issuer asks for it
 *   finishCard        (server) asks ProcessOut for the result; or cancelCard, with the error's code
 */

/** The server's half, as the page passes it down. */
export type SaveCardActions = {
  startCard: (request: SaveCardRequest) => Promise<CallState<StartCardResult>>;
  resumeCard: (attempt: { id: string }) => Promise<CallState<VerificationTarget & { cardId: string }>>;
  finishCard: (attempt: { id: string }) => Promise<CallState<SaveCardResult>>;
  cancelCard: (attempt: { id: string; code: string }) => Promise<CallState<SaveCardResult>>;
  saveCardUnverified: (request: SaveCardRequest) => Promise<CallState<{ card: Card; isNew: boolean }>>;
};

export type CardFormState =
  | { at: "typing"; failure?: FailureText }
  | { at: "sending" }
  | { at: "verifying" }
  | { at: "already-saved"; card: Card }
  | { at: "done"; card: Card };

type Stopped = FailureText & { kind: "stopped"; code: string };
type Verified = Exclude<SaveCardResult, { kind: "stopped" }> | Stopped;
type Outcome = Verified | { kind: "already-saved"; card: Card };

/** The state of the form while a card is saved. A second press while one is running does nothing. */
export function useSaveCard(
  form: RefObject<HTMLFormElement | null>,
  mounted: RefObject<MountedFields | null>,
  calls: SaveCardActions,
  onFieldErrors: (errors: FieldErrors) => void,
) {
  const actions = useCalls(calls);
  const [state, setState] = useState<CardFormState>({ at: "typing" });
  const running = useRef<AbortController>(null);

  // Leaving the page aborts the challenge here; a webhook or a job ends the attempt.
  useEffect(() => () => running.current?.abort(), []);

  async function save({ makeDefault, verify }: { makeDefault: boolean; verify: boolean }) {
    if (running.current || !mounted.current) return;
    const { client, fields, typed } = mounted.current;
    running.current = new AbortController();
    const { signal } = running.current;
    setState({ at: "sending" });
    onFieldErrors({});
    try {
      const request = { cardId: await fields.tokenize({}, { signal }), makeDefault };
      const onVerify = () => setState({ at: "verifying" });
      const outcome = verify
        ? await saveVerified(client, actions, request, { signal, onVerify })
        : await saveUnverified(actions, request);
      setState(stateAfter(outcome));
    } catch (error) {
      const wrong = fieldErrors(error, typed);
      onFieldErrors(wrong);
      focusFirstWrong(form.current, fields, wrong);
      setState(stateAfterError(error));
    } finally {
      running.current = null;
    }
  }

  const stop = () => running.current?.abort();
  return { state, save, stop, startOver: () => setState({ at: "typing" }) };
}

async function saveVerified(
  client: ProcessOutClient,
  actions: SaveCardActions,
  request: SaveCardRequest,
  { signal, onVerify }: { signal: AbortSignal; onVerify: () => void },
): Promise<Outcome> {
  const started = await actions.startCard(request);
  if (started.status === "failed") return stopped(started);
  if (started.data.kind === "already-saved") return started.data;
  onVerify();
  return verifyCard(client, actions, { ...started.data, cardId: request.cardId }, signal);
}

async function saveUnverified(actions: SaveCardActions, request: SaveCardRequest): Promise<Outcome> {
  const saved = await actions.saveCardUnverified(request);
  if (saved.status === "failed") return stopped(saved);
  return { kind: saved.data.isNew ? "saved" : "already-saved", card: saved.data.card };
}

/** Continues an attempt after a full-page challenge returned to the form. */
export async function resumeVerification(
  client: ProcessOutClient,
  actions: SaveCardActions,
  id: string,
  signal: AbortSignal,
): Promise<Verified> {
  const resumed = await actions.resumeCard({ id });
  return resumed.status === "failed" ? stopped(resumed) : verifyCard(client, actions, resumed.data, signal);
}

/** Whatever the browser saw, the server's answer is the result: it asks ProcessOut. */
async function verifyCard(
  client: ProcessOutClient,
  actions: SaveCardActions,
  { attemptId: id, cardId, customerId, tokenId, preferredScheme }: VerificationTarget & { cardId: string },
  signal: AbortSignal,
): Promise<Verified> {
  try {
    const options = preferredScheme ? { preferred_scheme: preferredScheme } : {};
    await makeCardToken(client, { cardId, customerId, tokenId, options, signal });
  } catch (error) {
    return resultOf(id, await actions.cancelCard({ id, code: codeOf(error) }));
  }
  return resultOf(id, await actions.finishCard({ id }));
}

function resultOf(id: string, call: CallState<SaveCardResult>): Verified {
  if (call.status === "done") return call.data;
  // The bank may have confirmed the card: after signing in the attempt goes on.
  if (call.code === "signed-out") return { ...stopped(call), returnTo: `/cards/new?back-from-bank=${id}` };
  return stopped(call);
}

const stopped = ({ code, message }: { code: string; message: string }): Stopped => ({
  kind: "stopped",
  code,
  message,
});

function stateAfter(outcome: Outcome): CardFormState {
  if (outcome.kind === "stopped") return { at: "typing", failure: outcome };
  return { at: outcome.kind === "already-saved" ? "already-saved" : "done", card: outcome.card };
}

/** Errors of single fields are shown at the fields. Anything that processout.js did not throw is a lost server action. */
function stateAfterError(error: unknown): CardFormState {
  if (!(error instanceof BrowserError)) {
    const { code, message } = describeLostCall(error);
    const isOutdated = code === "page.outdated";
    return {
      at: "typing",
      failure: { message: isOutdated ? message : sentenceOf("processout-js.network-issue") },
    };
  }
  if (Object.keys(error.fields).length > 0) return { at: "typing" };
  return { at: "typing", failure: { message: sentenceOf(codeOf(error)) } };
}
