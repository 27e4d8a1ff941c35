import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { SavedCard } from "@/prisma/generated/client";
import { inScope } from "../scope";
import type { Viewer } from "../viewer";

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
