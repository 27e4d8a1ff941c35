import { asSystem } from "@/lib/auth/as-system";
import { eachOf } from "@/lib/jobs/for-each-concurrent";
import type { Job } from "@/lib/jobs/job";
import { now } from "@/lib/platform/clock";
import { DAY_MS } from "@/lib/platform/durations";
import { listCardsToTell, tellOfCard } from "./alerts";
import { cancelCard } from "./finish";
import { listCardsToRemind, remindOfExpiry } from "./remind";
import { syncCards } from "./sync-all";
import { syncCard } from "./sync-cards";
import { listAbandonedAttempts, listUnsettledCards } from "./unsettled";

const AT_ONCE = 5;
const LIMIT = 200;

/** For webhooks that never arrive: asks ProcessOut about every token that may have changed since it was last read. */
export const reconcileCards = {
  name: "reconcile-cards",
  async run() {
    const cards = await listUnsettledCards({ at: await now(), limit: LIMIT });
    return eachOf("reconcile-cards", cards, AT_ONCE, ({ userId, tokenId }) =>
      syncCard(asSystem(userId), { tokenId }),
    );
  },
} satisfies Job;

/**
 * Cancels attempts that were started a day ago and never finished, at ProcessOut too: a closed tab, a dead battery, an
 * unanswered challenge. A success that ProcessOut recorded in the meantime is kept.
 */
export const sweepCards = {
  name: "sweep-cards",
  async run() {
    const startedBefore = new Date((await now()).getTime() - DAY_MS);
    const attempts = await listAbandonedAttempts({ startedBefore, limit: LIMIT });
    return eachOf("sweep-cards", attempts, 1, async ({ userId, id }) => {
      const viewer = asSystem(userId);
      // Finds the token of an attempt whose response never reached us, so that it is deleted as well.
      await syncCards(viewer);
      await cancelCard(viewer, { id, code: "customer.abandoned" });
    });
  },
} satisfies Job;

/** Queues the e-mail that a card expires next month: once per card and expiry date. */
export const remindExpiringCards = {
  name: "remind-expiring-cards",
  async run() {
    const cards = await listCardsToRemind({ at: await now(), limit: LIMIT });
    return eachOf("remind-expiring-cards", cards, AT_ONCE, remindOfExpiry);
  },
} satisfies Job;

/** Queues the e-mails about added and removed cards. Runs before the queued e-mails are sent. */
export async function queueCardEmails(): Promise<number> {
  return eachOf("send-mails", await listCardsToTell({ limit: LIMIT }), AT_ONCE, tellOfCard);
}
