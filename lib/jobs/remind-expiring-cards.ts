import { now } from "@/lib/clock";
import { listCardsToRemind, remindOfExpiry } from "@/lib/data/cards/remind";
import { eachOf } from "./each-of";

const AT_ONCE = 5;

/** Says that a card ends next month: once a card and expiry, whenever in the month before that is. */
export async function remindExpiringCards(): Promise<number> {
  const cards = await listCardsToRemind({ at: await now(), limit: 200 });
  return eachOf("remind-expiring-cards", cards, AT_ONCE, remindOfExpiry);
}
