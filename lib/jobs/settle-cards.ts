import { now } from "@/lib/clock";
import { asSystem } from "@/lib/data/as-system";
import { syncCard } from "@/lib/data/cards/sync";
import { listUnsettledCards } from "@/lib/data/cards/unsettled";
import { eachOf } from "./each-of";

const AT_ONCE = 5;

/** For when webhooks never come: asks ProcessOut about every token that may have moved without our hearing of it. */
export async function settleCards(): Promise<number> {
  const cards = await listUnsettledCards({ at: await now(), limit: 200 });
  return eachOf("settle-cards", cards, AT_ONCE, ({ userId, tokenId }) =>
    syncCard(asSystem(userId), { tokenId }),
  );
}
