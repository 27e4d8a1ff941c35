import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { changeCard } from "./change-subscription";
import { loadSubscriptions } from "./queries";
import { toSubscription } from "./read-subscriptions";

/** The names of the subscriptions that each saved card pays for, by the card's id. Ended ones need no card. */
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
 * Moves every subscription that a card pays for to the card `moveTo`, so that the first can be deleted. AppError
 * `card.in-use` if there are such subscriptions and `moveTo` is missing or the same card.
 */
export async function moveSubscriptions(
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
    sentence: "This card pays for a subscription. Choose another card for it first.",
  });
