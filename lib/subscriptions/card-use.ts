import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { changeCard } from "./change-subscription";
import { loadSubscriptions } from "./queries";
import { toSubscription } from "./read-subscriptions";

/** What a card pays for, by card: a subscription that is over, or never began, needs no card. */
export async function listCardUses(viewer: Viewer): Promise<Map<string, string[]>> {
  const rows = await findInUse(viewer);
  const uses = new Map<string, string[]>();
  for (const row of await loadSubscriptions(rows.map(({ id }) => id))) {
    const cardId = row.savedCardId ?? "";
    uses.set(cardId, [...(uses.get(cardId) ?? []), toSubscription(row).name]);
  }
  return uses;
}

/**
 * To be called before a card is deleted: what it pays for moves to another card first, all of it. AppError
 * `card.in-use` when no other card was named: naming the card itself names none.
 */
export async function moveAway(
  viewer: Viewer,
  { id, moveTo }: { id: string; moveTo?: string | undefined },
): Promise<void> {
  const rows = await findInUse(viewer, id);
  if (rows.length === 0) return;
  if (!moveTo || moveTo === id) throw inUse(id);
  for (const row of rows) await changeCard(viewer, { id: row.id, cardId: moveTo });
}

const findInUse = (viewer: Viewer, savedCardId?: string) =>
  db().subscription.findMany({
    where: {
      ...inScope(viewer),
      savedCardId: savedCardId ?? { not: null },
      state: { notIn: ["starting", "canceled", "completed"] },
    },
    select: { id: true },
  });

const inUse = (id: string) =>
  new AppError({
    code: "card.in-use",
    message: `Card ${id} pays for a subscription`,
    sentence: "This card pays for something you get from us. Choose another card for it first.",
  });
