import { asSystem } from "@/lib/auth/as-system";
import { eachOf } from "@/lib/jobs/for-each-concurrent";
import { now } from "@/lib/platform/clock";
import { DAY_MS } from "@/lib/platform/durations";
import { cancelCard } from "./finish";
import { syncCards } from "./sync-all";
import { listAbandonedAttempts } from "./unsettled";

/**
 * Gives up what was begun a day ago and never finished, at ProcessOut too: a closed tab, a dead battery, a challenge
 * nobody answered. A success that ProcessOut recorded in the meantime still wins.
 */
export async function sweepCards(): Promise<number> {
  const startedBefore = new Date((await now()).getTime() - DAY_MS);
  const attempts = await listAbandonedAttempts({ startedBefore, limit: 200 });
  return eachOf("sweep-cards", attempts, 1, async ({ userId, id }) => {
    const viewer = asSystem(userId);
    // Finds the token of an attempt whose answer never reached us, so that it is deleted as well.
    await syncCards(viewer);
    await cancelCard(viewer, { id, code: "customer.abandoned" });
  });
}
