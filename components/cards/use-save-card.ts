"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import type { Card } from "@/lib/cards/card";
import { sentenceOf } from "@/lib/platform/error-sentences";
import { BrowserError } from "@/lib/processout-js";
import { connectionLost, type Outcome, saveCard, saveUnverified } from "./save-card";
import type { SaveCardActions } from "./save-card-actions";
import { codeOf, type FieldErrors, fieldErrors, type Mounted } from "./use-processout-fields";

export type Moment =
  | { at: "typing"; problem?: string }
  | { at: "sending" }
  | { at: "bank" }
  | { at: "already-saved"; card: Card }
  | { at: "done"; card: Card };

type Wish = { makeDefault: boolean; withBank: boolean };

/** The story of one press on Save, as the moments a shopper sees. A press while one is running does nothing. */
export function useSaveCard(
  mounted: RefObject<Mounted | null>,
  actions: SaveCardActions,
  onFieldErrors: (errors: FieldErrors) => void,
) {
  const [moment, setMoment] = useState<Moment>({ at: "typing" });
  const running = useRef<AbortController>(null);

  // Leaving the page ends the bank's check here; the server settles what is left.
  useEffect(() => () => running.current?.abort(), []);

  async function save(wish: Wish) {
    if (running.current || !mounted.current) return;
    const { client, fields } = mounted.current;
    running.current = new AbortController();
    const { signal } = running.current;
    setMoment({ at: "sending" });
    onFieldErrors({});
    try {
      const cardId = await fields.tokenize({}, { signal });
      const chosen = { cardId, makeDefault: wish.makeDefault };
      const onBank = () => setMoment({ at: "bank" });
      const outcome = wish.withBank
        ? await saveCard(client, actions, chosen, { signal, onBank })
        : await saveUnverified(actions, chosen);
      setMoment(momentOf(outcome));
    } catch (error) {
      onFieldErrors(fieldErrors(error));
      setMoment(typingAgain(error));
    } finally {
      running.current = null;
    }
  }

  return { moment, save, stop: () => running.current?.abort(), again: () => setMoment({ at: "typing" }) };
}

function momentOf(outcome: Outcome): Moment {
  if (outcome.kind === "stopped") return { at: "typing", problem: outcome.message };
  return { at: outcome.kind === "already-saved" ? "already-saved" : "done", card: outcome.card };
}

/** Wrong fields speak for themselves. What is not the browser script's is a server action that did not come back. */
function typingAgain(error: unknown): Moment {
  if (!(error instanceof BrowserError)) return momentOf(connectionLost());
  if (Object.keys(error.fields).length > 0) return { at: "typing" };
  return { at: "typing", problem: sentenceOf(codeOf(error)) };
}
