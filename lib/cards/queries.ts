import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { SavedCard } from "@/prisma/generated/client";

export type SavedCardRow = SavedCard;

export const findByToken = (viewer: Viewer, tokenId: string) =>
  db().savedCard.findFirst({ where: { ...inScope(viewer), tokenId } });

/** A stranger's card and one that never was get the same answer. */
export const cardNotFound = () =>
  new AppError({
    code: "not-found",
    message: "The viewer has no such card",
    sentence: "We could not find that card.",
  });
