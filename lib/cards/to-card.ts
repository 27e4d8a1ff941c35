import type { Viewer } from "@/lib/auth/viewer";
import { now as businessNow } from "@/lib/platform/clock";
import { type Card, type OpenAttempt, shownScheme } from "./card";
import { getDefaultTokenId } from "./default-card";
import type { SavedCardRow } from "./queries";
import { canPayNow, expiryOf, STATUS, statusOf } from "./token-status";

const EXPIRED = "This card has expired and can no longer pay. Add its replacement.";

/** A row as a screen draws it. */
export function toCard(
  row: SavedCardRow,
  { now, defaultTokenId }: { now: Date; defaultTokenId: string | null },
): Card {
  const status = statusOf(row);
  const expiry = expiryOf(row, now);
  const { brand, otherBrand } = brandsOf(row);
  return {
    id: row.id,
    brand,
    otherBrand,
    last4: row.last4,
    expMonth: row.expMonth,
    expYear: row.expYear,
    expiry,
    nickname: row.nickname,
    isDefault: row.tokenId !== null && row.tokenId === defaultTokenId,
    canPay: canPayNow(row, now),
    status,
    statusLabel: STATUS[status].label,
    statusSentence: expiry === "expired" ? EXPIRED : (STATUS[status].sentence ?? null),
  };
}

/** The same for one row, with what it takes looked up. */
export const drawCard = async (viewer: Viewer, row: SavedCardRow): Promise<Card> =>
  toCard(row, { now: await businessNow(), defaultTokenId: await getDefaultTokenId(viewer) });

export const toOpenAttempt = (row: SavedCardRow): OpenAttempt => ({
  id: row.id,
  brand: brandsOf(row).brand,
  last4: row.last4,
});

function brandsOf(row: SavedCardRow) {
  const brand = shownScheme(row);
  const otherBrand = [row.scheme, row.coScheme].find((name) => name && name !== brand) ?? null;
  return { brand, otherBrand };
}
