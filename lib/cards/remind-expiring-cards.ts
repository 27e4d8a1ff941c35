import { eachOf } from "@/lib/jobs/for-each-concurrent";
import { now } from "@/lib/platform/clock";
import { listCardsToRemind, remindOfExpiry } from "./remind";

const AT_ONCE = 5;

/** Says that a card ends next month: once a card and expiry, whenever in the month before that is. */
export async function remindExpiringCards(): Promise<number> {
  const cards = await listCardsToRemind({ at: await now(), limit: 200 });
  return eachOf("remind-expiring-cards", cards, AT_ONCE, remindOfExpiry);
}
