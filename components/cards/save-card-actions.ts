import type { Card, Ending } from "@/lib/card";
import type { CallState } from "@/lib/form-state";

export type StartedCard =
  | {
      kind: "started";
      attemptId: string;
      customerId: string;
      tokenId: string;
      preferredScheme: string | null;
    }
  | { kind: "already-saved"; card: Card };

/** The server's part of saving a card, as the page hands it down. */
export type SaveCardActions = {
  start: (input: { cardId: string; makeDefault: boolean }) => Promise<CallState<StartedCard>>;
  finish: (input: { id: string }) => Promise<CallState<Ending>>;
  cancel: (input: { id: string; code: string }) => Promise<CallState<Ending>>;
  saveUnverified: (input: {
    cardId: string;
    makeDefault: boolean;
  }) => Promise<CallState<{ card: Card; isNew: boolean }>>;
};
