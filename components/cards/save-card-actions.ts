import type { Card, SaveCardResult } from "@/lib/cards/card";
import type { CallState } from "@/lib/platform/form-state";

export type Attempt = {
  attemptId: string;
  customerId: string;
  tokenId: string;
  preferredScheme: string | null;
};

export type StartedCard = ({ kind: "started" } & Attempt) | { kind: "already-saved"; card: Card };

/** The server's part of saving a card, as the page hands it down. */
export type SaveCardActions = {
  start: (input: { cardId: string; makeDefault: boolean }) => Promise<CallState<StartedCard>>;
  resume: (input: { id: string }) => Promise<CallState<Attempt & { cardId: string }>>;
  finish: (input: { id: string }) => Promise<CallState<SaveCardResult>>;
  cancel: (input: { id: string; code: string }) => Promise<CallState<SaveCardResult>>;
  saveUnverified: (input: {
    cardId: string;
    makeDefault: boolean;
  }) => Promise<CallState<{ card: Card; isNew: boolean }>>;
};
