import { MINUTE_MS } from "./durations";
import { env } from "./env";
import { reserve } from "./rate-limit";

/** An open page polls every few seconds at most; a shopper has a few tabs. */
const READS_PER_SHOPPER = 60;

/**
 * Whether ProcessOut may be asked for what a shopper's page shows. Reading has a budget of its own, so that neither one
 * shopper's script nor all pages together use up the rate limit that charges need. Otherwise the page shows what was last read.
 */
export async function mayRead(shopper: string): Promise<boolean> {
  const isPatient = await reserve(`reads of ${shopper}`, { limit: READS_PER_SHOPPER, windowMs: MINUTE_MS });
  return isPatient && reserve("reads", { limit: env().SHOPPER_READS_PER_MINUTE, windowMs: MINUTE_MS });
}
