import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import type { Prisma, SavedCard } from "@/prisma/generated/client";

export type SavedCardRow = SavedCard;

export const findByToken = (viewer: Viewer, tokenId: string): Promise<SavedCardRow | null> =>
  db().savedCard.findFirst({ where: { ...inScope(viewer), tokenId } });

/** Where a full-page challenge returns to on the web. The attempts of a phone return to the app. */
export const webReturnUrl = () => `${env().NEXTAUTH_URL}/cards/new?back-from-bank`;

/** AppError `not-found` for a card that is not the viewer's or is in another state. */
export async function getRow(
  viewer: Viewer,
  { id, state }: { id: string; state?: Prisma.SavedCardWhereInput["state"] },
): Promise<SavedCardRow> {
  const row = await db().savedCard.findFirst({ where: { ...inScope(viewer), id, ...(state && { state }) } });
  if (!row) throw cardNotFound();
  return row;
}

/** Whether the card id (`card_…`) is of another user's row or of one that `own` does not describe. Asked before ProcessOut is. */
export async function isUsedElsewhere(viewer: Viewer, cardId: string, own: Prisma.SavedCardWhereInput) {
  const { projectId, userId } = inScope(viewer);
  const where = { projectId, cardId, NOT: { userId, ...own } };
  return (await db().savedCard.findFirst({ where, select: { id: true } })) !== null;
}

/** The same error for another user's card and for one that does not exist. */
export const cardNotFound = () =>
  new AppError({
    code: "not-found",
    message: "The viewer has no such card",
    sentence: "We could not find that card.",
  });
