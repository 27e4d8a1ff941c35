import { asSystem } from "@/lib/auth/as-system";
import type { Viewer } from "@/lib/auth/viewer";
import { finishCard, saveCardUnverified, startCard } from "@/lib/cards/save-card";
import { db } from "@/lib/platform/db";
import { processout } from "@/lib/platform/processout";
import { ensurePersona, PERSONAS, type Persona } from "./personas";
import { hasSandboxControl, postToSandbox } from "./sandbox-control";
import { makePurchases } from "./seed-purchases"; // eject: payments

/**
 * The demo's people, their cards and what they bought, made through the app's own code. Safe to repeat: who is there stays as
 * they are, and a wallet is filled once, so a card that was deleted does not come back. The sandbox makes the
 * cards; without it there are people only.
 */
export async function seedPeople(): Promise<void> {
  for (const persona of PERSONAS) {
    const { id } = await ensurePersona(persona);
    if (!hasSandboxControl()) continue;
    await fillWallet(asSystem(id), persona);
    await makePurchases(asSystem(id), persona); // eject: payments
  }
}

async function fillWallet(viewer: Viewer, { wallet }: Persona) {
  const { userId } = viewer;
  for (const [index, { nickname, ...card }] of wallet.entries()) {
    // A wallet that was interrupted goes on where it stopped.
    if ((await db().savedCard.count({ where: { userId } })) > index) continue;
    const cardId = await makeCard(card);
    const id = card.expYear ? await saveExpired(viewer, cardId) : await saveVerified(viewer, cardId);
    await db().savedCard.updateMany({ where: { userId, id }, data: { nickname, notifiedState: "added" } });
  }
}

/** A fresh card at the sandbox, by the scenario's name: no card number is known out here. */
async function makeCard({ scenario, expMonth, expYear }: Persona["wallet"][number]): Promise<string> {
  const { card } = await postToSandbox("/cards", { scenario, exp_month: expMonth, exp_year: expYear });
  return (card as { id: string }).id;
}

/** The steps of the page, with the browser's own (attaching the card to the token) made from here. */
async function saveVerified(viewer: Viewer, cardId: string) {
  const started = await startCard(viewer, { cardId, makeDefault: false });
  if (started.kind === "already-saved") return started.card.id;
  const { attemptId, customerId, tokenId } = started;
  const idempotencyKey = `seed:${attemptId}`;
  await processout().tokens.update(customerId, tokenId, { source: cardId, verify: true }, { idempotencyKey });
  await finishCard(viewer, { id: attemptId });
  return attemptId;
}

/** A bank would refuse to verify a card whose date has passed. */
async function saveExpired(viewer: Viewer, cardId: string) {
  return (await saveCardUnverified(viewer, { cardId, makeDefault: false })).card.id;
}
