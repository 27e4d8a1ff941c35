import { queueMail } from "@/lib/mail/queue";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { Prisma } from "@/prisma/generated/client";
import { cardName, shownScheme } from "./card";
import { CardAddedMail, CardRemovedMail } from "./card-emails";

const withEmail = { user: { select: { email: true } } } satisfies Prisma.SavedCardInclude;

type CardToTell = Prisma.SavedCardGetPayload<{ include: typeof withEmail }>;

/**
 * Cards whose owner was not told yet that they were added, or removed. The rows decide, so it does not matter where
 * that happened: on a page, on a phone, at checkout, in ProcessOut's dashboard. A card whose first payment is still
 * under way may be gone in a minute: nothing is said about it. Background work only: it names users.
 */
export async function listCardsToTell({ limit }: { limit: number }): Promise<CardToTell[]> {
  const { PROCESSOUT_PROJECT_ID: projectId } = env();
  const page = { include: withEmail, orderBy: { startedAt: "asc" }, take: limit } as const;
  const added = await db().savedCard.findMany({
    where: { projectId, state: "attached", isChargeable: true, toldOf: null },
    ...page,
  });
  const cardIds = added.flatMap(({ cardId }) => cardId ?? []);
  const paying = await db().payment.findMany({
    where: { projectId, cardId: { in: cardIds }, savesCard: true, capturedAt: null },
    select: { cardId: true },
  });
  const isPaying = new Set(paying.map(({ cardId }) => cardId));
  const removed = await db().savedCard.findMany({
    where: { projectId, state: "removed", toldOf: "added" },
    ...page,
  });
  return [...added.filter(({ cardId }) => !isPaying.has(cardId)), ...removed];
}

/** Queues the mail, then notes it: a crash in between queues it again under the same key, which is no second mail. */
export async function tellOfCard(row: CardToTell): Promise<void> {
  const { id, state, last4, user } = row;
  const toldOf = state === "removed" ? "removed" : "added";
  const card = cardName({ brand: shownScheme(row), last4 });
  const url = `${env().NEXTAUTH_URL}/cards`;
  await queueMail({
    key: `card-${toldOf}:${id}`,
    to: user.email,
    subject: toldOf === "added" ? `${card} was added` : `${card} was removed`,
    body: toldOf === "added" ? CardAddedMail({ card, url }) : CardRemovedMail({ card, url }),
  });
  await db().savedCard.updateMany({ where: { id }, data: { toldOf } });
}
