import type { Card, SaveCardResult } from "@/lib/cards/card";
import { sentenceOf } from "@/lib/platform/error-sentences";
import type { CallState } from "@/lib/platform/form-state";
import { makeCardToken, type ProcessOutClient } from "@/lib/processout-js";
import type { Attempt, SaveCardActions } from "./save-card-actions";
import { codeOf } from "./use-processout-fields";

export type Outcome = SaveCardResult | { kind: "already-saved"; card: Card };

type Wish = { cardId: string; makeDefault: boolean };

/**
 * From a fresh card id to an ending: the server makes a token, the browser attaches the card to it with the bank's
 * check, the server reads what became of it. Whatever the browser saw, the server has the last word.
 */
export async function saveCard(
  client: ProcessOutClient,
  actions: SaveCardActions,
  wish: Wish,
  { signal, onBank }: { signal: AbortSignal; onBank: () => void },
): Promise<Outcome> {
  const started = await actions.start(wish);
  if (started.status === "failed") return stopped(started);
  if (started.data.kind === "already-saved") return started.data;

  onBank();
  return askBank(client, actions, { ...started.data, cardId: wish.cardId }, signal);
}

/** The same from where a bank that took the whole window has left it. */
export async function resumeCard(
  client: ProcessOutClient,
  actions: SaveCardActions,
  id: string,
  signal: AbortSignal,
): Promise<Outcome> {
  const resumed = await actions.resume({ id });
  return resumed.status === "failed" ? stopped(resumed) : askBank(client, actions, resumed.data, signal);
}

async function askBank(
  client: ProcessOutClient,
  actions: SaveCardActions,
  { attemptId: id, cardId, customerId, tokenId, preferredScheme }: Attempt & { cardId: string },
  signal: AbortSignal,
): Promise<Outcome> {
  try {
    const options = preferredScheme ? { preferred_scheme: preferredScheme } : {};
    await makeCardToken(client, { cardId, customerId, tokenId, options, signal });
  } catch (error) {
    return answerOf(await actions.cancel({ id, code: codeOf(error) }));
  }
  return answerOf(await actions.finish({ id }));
}

/** Without the bank: one call, and the card is there. */
export async function saveUnverified(actions: SaveCardActions, wish: Wish): Promise<Outcome> {
  const saved = await actions.saveUnverified(wish);
  if (saved.status === "failed") return stopped(saved);
  return { kind: saved.data.isNew ? "saved" : "already-saved", card: saved.data.card };
}

const answerOf = (answer: CallState<SaveCardResult>): Outcome =>
  answer.status === "failed" ? stopped(answer) : answer.data;

const stopped = ({ code, message }: { code: string; message: string }): Outcome => ({
  kind: "stopped",
  code,
  message,
});

/** A server action that never came back: the network, or a server on its way up. Nothing more can be known here. */
export const connectionLost = (): Outcome => ({
  kind: "stopped",
  code: "processout-js.network-issue",
  message: sentenceOf("processout-js.network-issue"),
});
