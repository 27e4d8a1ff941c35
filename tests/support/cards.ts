import { makeViewer, type Viewer } from "@/lib/auth/viewer";
import { saveCardUnverified } from "@/lib/cards/save-card";
import type { SandboxControl } from "./sandbox-control";

/** Saves a tokenized card without verification: the token is `not-requested` at ProcessOut. */
export async function saveCard(viewer: Viewer, cardId: string, { makeDefault = false } = {}) {
  const { card } = await saveCardUnverified(viewer, { cardId, makeDefault });
  return card;
}

/** The same for a test in the browser, with a new card of a scenario. */
export const giveCard = async (user: { id: string }, sandbox: SandboxControl, scenario = "visa") =>
  saveCard(makeViewer(user.id), await sandbox.makeCard(scenario));
