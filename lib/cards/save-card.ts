import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { takeTick, withCustomer } from "@/lib/customers/ensure-customer";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { processout } from "@/lib/platform/processout";
import { isUniqueViolation } from "@/lib/platform/unique-violation";
import { attemptEnded, findOfferedCard, findTwin, makeToken } from "./attempt";
import type { StartCardResult } from "./card";
import { applyDefault } from "./default-card";
import { cardColumns } from "./projection";
import type { SavedCardRow } from "./queries";
import { syncCard } from "./sync-cards";
import { drawCard } from "./to-card";

type SaveCardRequest = {
  /** `card_…`, fresh from the browser. Each can be used once. */
  cardId: string;
  /** Use the new card first. Otherwise the present default stays. */
  makeDefault: boolean;
  /** Where a bank that takes the whole window returns to; a mobile app gives a deep link. The form by default. */
  returnUrl?: string;
};

/**
 * Begins to save a card with verification: makes an empty token that the browser then attaches the card to, with
 * the bank's check. One attempt a viewer is open at a time and a second call reuses it. AppError or ProcessOutError
 * when it cannot; what is already under way then stays repairable.
 */
export async function startCard(viewer: Viewer, input: SaveCardRequest): Promise<StartCardResult> {
  const returnUrl = input.returnUrl ?? `${env().NEXTAUTH_URL}/cards/new?back-from-bank`;
  const offered = await findOfferedCard(input.cardId);
  // An earlier attempt may have ended well without our knowing: its success counts before another token is made.
  const earlier = await findOpen(viewer, returnUrl);
  if (earlier?.tokenId) await syncCard(viewer, { tokenId: earlier.tokenId });

  const twin = await findTwin(viewer, offered);
  if (twin) return { kind: "already-saved", card: await drawCard(viewer, twin) };
  return withCustomer(viewer, async (customerId) => {
    const previousDefaultTokenId = input.makeDefault ? null : await readDefault(viewer, customerId);
    const attempt = await claimAttempt(viewer, {
      ...cardColumns(offered),
      customerId,
      cardId: input.cardId,
      returnUrl,
      previousDefaultTokenId,
    });
    const asked = { verify: true, invoice_return_url: returnUrl, return_url: returnUrl };
    const tokenId = await makeToken(viewer, attempt, asked);
    const { id: attemptId, preferredScheme } = attempt;
    return { kind: "started", attemptId, customerId: attempt.customerId, tokenId, preferredScheme };
  });
}

/** The open attempt, made or reused. It is committed before ProcessOut is called; one at a time is the database's rule. */
async function claimAttempt(
  viewer: Viewer,
  columns: ReturnType<typeof cardColumns> &
    Pick<SavedCardRow, "customerId" | "cardId" | "returnUrl" | "previousDefaultTokenId">,
): Promise<SavedCardRow> {
  const data = { ...inScope(viewer), ...columns, startedAt: await now() };
  await db().savedCard.createMany({ data, skipDuplicates: true });
  const row = await findOpen(viewer, columns.returnUrl);
  if (row?.cardId === columns.cardId) return row;
  if (!row) throw spentCard();
  try {
    await db().savedCard.updateMany({ where: { id: row.id, state: "open" }, data: columns });
  } catch (error) {
    if (isUniqueViolation(error, "SavedCard_projectId_cardId_key")) throw spentCard();
    throw error;
  }
  const reused = await findOpen(viewer, columns.returnUrl);
  if (reused?.id !== row.id) throw attemptEnded();
  return reused;
}

const findOpen = (viewer: Viewer, returnUrl: string) =>
  db().savedCard.findFirst({
    where: { ...inScope(viewer), returnUrl, state: "open", withVerification: true },
  });

async function readDefault(viewer: Viewer, customerId: string): Promise<string | null> {
  const tick = await takeTick(viewer);
  const { default_token_id: tokenId } = await processout().customers.find(customerId);
  await applyDefault(viewer, tokenId ?? null, tick);
  return tokenId ?? null;
}

const spentCard = () =>
  new AppError({
    code: "request.source.card-already-used",
    message: "The card id belongs to another attempt",
  });
