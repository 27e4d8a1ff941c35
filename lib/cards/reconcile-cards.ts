import { asSystem } from "@/lib/auth/as-system";
import { eachOf } from "@/lib/jobs/for-each-concurrent";
import { now } from "@/lib/platform/clock";
import { syncCard } from "./sync-cards";
import { listUnsettledCards } from "./unsettled";

const AT_ONCE = 5;

/** For when webhooks never come: asks ProcessOut about every token that may have moved without our hearing of it. */
export async function settleCards(): Promise<number> {
  const cards = await listUnsettledCards({ at: await now(), limit: 200 });
  return eachOf("settle-cards", cards, AT_ONCE, ({ userId, tokenId }) =>
    syncCard(asSystem(userId), { tokenId }),
  );
}
