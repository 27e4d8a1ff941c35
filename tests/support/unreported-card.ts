import { makeViewer } from "@/lib/auth/viewer";
import { startCard } from "@/lib/cards/save-card";
import type { ProcessOut } from "@/lib/processout";
import type { PrismaClient } from "@/prisma/generated/client";
import type { SandboxControl } from "./sandbox-control";

type World = {
  user: { id: string };
  sandbox: SandboxControl;
  processout: ProcessOut;
  database: PrismaClient;
};

/** A card as far as the bank: the browser that should have said how it ended never comes back. */
export async function saveAndVanish({ user, sandbox, processout }: World) {
  const cardId = await sandbox.makeCard("visa");
  const started = await startCard(makeViewer(user.id), { cardId, makeDefault: false });
  if (started.kind !== "started") throw new Error(`The attempt is ${started.kind}`);
  const { customerId, tokenId, attemptId } = started;
  const idempotencyKey = `attach:${attemptId}`;
  await processout.tokens.update(customerId, tokenId, { source: cardId, verify: true }, { idempotencyKey });
  return started;
}

/** The ledger's entries about a token or a payment: the notes name it. */
export const entriesAbout = (database: PrismaClient, id: string) =>
  database.webhookEvent.findMany({ where: { note: { contains: id } }, orderBy: { receivedAt: "asc" } });
