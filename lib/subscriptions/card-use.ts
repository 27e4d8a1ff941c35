import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { type CardUse, cardName, shownScheme } from "@/lib/cards/card";
import { CONSENTS, consentFor } from "@/lib/payments/consent";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { changeCard } from "./change-subscription";
import { loadSubscriptions, type SubscriptionRow } from "./queries";
import { toSubscription } from "./read-subscriptions";

/** The subscriptions that each saved card pays for, by the card's id. Ended ones need no card. */
export async function listCardUses(viewer: Viewer): Promise<Map<string, CardUse[]>> {
  const rows = await findInUse(viewer);
  const uses = new Map<string, CardUse[]>();
  for (const row of await loadSubscriptions(rows.map(({ id }) => id))) {
    const cardId = row.savedCardId ?? "";
    const use = { name: toSubscription(row).name, agreement: CONSENTS[consentFor(row)] };
    uses.set(cardId, [...(uses.get(cardId) ?? []), use]);
  }
  return uses;
}

/**
 * Moves every subscription that a card pays for to the card `moveTo`, so that the first can be deleted. Returns what to
 * do with the error of a deletion that fails afterwards: it is rethrown, and tells what was moved. AppError
 * `card.in-use` if there are such subscriptions and `moveTo` is missing or the same card.
 */
export async function moveSubscriptions(
  viewer: Viewer,
  { id, moveTo }: { id: string; moveTo?: string | undefined },
): Promise<(cause: unknown) => never> {
  const rows = await findInUse(viewer, id);
  if (rows.length > 0 && (!moveTo || moveTo === id)) throw inUse(id);
  for (const row of rows) await changeCard(viewer, { id: row.id, cardId: moveTo ?? "" });
  const moved = await loadSubscriptions(rows.map((row) => row.id));
  return (cause) => {
    throw moved.length > 0 ? movedNotDeleted(moved, cause) : cause;
  };
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

function movedNotDeleted(moved: SubscriptionRow[], cause: unknown): AppError {
  const names = moved.map((row) => toSubscription(row).name).join(" and ");
  const card = moved[0]?.savedCard;
  const payer = cardName({ brand: card ? shownScheme(card) : null, last4: card?.last4 ?? null });
  return new AppError({
    code: "card.moved-not-deleted",
    message: `The card was not deleted after its subscriptions had moved: ${cause}`,
    sentence: `The card could not be deleted. ${names} will be charged to ${payer} from now on. Please try to delete the card again.`,
    cause,
  });
}

const inUse = (id: string) =>
  new AppError({
    code: "card.in-use",
    message: `Card ${id} pays for a subscription`,
    sentence: "This card pays for a subscription. Choose another card for it first.",
  });
