import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import type { Card } from "@/lib/cards/card";
import { getDefaultTokenId } from "@/lib/cards/default-card";
import { syncCards } from "@/lib/cards/sync-cards";
import { toCard } from "@/lib/cards/to-card";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { processout } from "@/lib/platform/processout";
import { ProcessOutError } from "@/lib/processout";

export type PayableCards = {
  /** Chargeable and not expired, the default first. */
  cards: Card[];
  /** The currency of the Customer's first payment, in which all of them pay; null while there was none. */
  currency: string | null;
};

/**
 * What the viewer can pay with. When ProcessOut does not answer, the cards as last seen: paying asks it again before
 * anything else.
 */
export async function listPayableCards(viewer: Viewer): Promise<PayableCards> {
  const [currency] = await Promise.all([
    tryTo(() => getCustomerCurrency(viewer)),
    tryTo(() => syncCards(viewer)),
  ]);
  const rows = await db().savedCard.findMany({
    where: { ...inScope(viewer), state: "attached" },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
  });
  const shown = { now: await now(), defaultTokenId: await getDefaultTokenId(viewer) };
  const cards = rows.map((row) => toCard(row, shown)).filter((card) => card.canPay);
  return {
    cards: [...cards.filter((card) => card.isDefault), ...cards.filter((card) => !card.isDefault)],
    currency: currency ?? null,
  };
}

/**
 * ProcessOut fixes a Customer's currency with their first payment, for good (its reference, *Customers*). What never
 * changes is asked for once and kept.
 */
async function getCustomerCurrency(viewer: Viewer): Promise<string | null> {
  const row = await db().processOutCustomer.findUnique({ where: { userId_projectId: inScope(viewer) } });
  if (!row?.customerId || row.currency) return row?.currency ?? null;
  const { currency } = await processout().customers.find(row.customerId);
  if (!currency) return null;
  const same = { id: row.id, customerId: row.customerId };
  await db().processOutCustomer.updateMany({ where: same, data: { currency } });
  return currency;
}

async function tryTo<Value>(ask: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ProcessOutError)) throw error;
    log.warn("checkout.stale", { error });
    return undefined;
  }
}
