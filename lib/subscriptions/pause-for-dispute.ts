import type { Viewer } from "@/lib/auth/viewer";
import type { DisputeHandler } from "@/lib/payments/disputes";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { resumeSubscription } from "./change-subscription";
import { loadSubscriptions } from "./queries";
import { endSubscription } from "./transition-subscription";

/**
 * Pauses the subscription or the instalments whose payment is charged back, in whichever state they are: further charges
 * would be disputed too. Staff decide how it goes on; the shopper cannot resume it.
 */
export const pauseForDispute: DisputeHandler = async ({ orderId }, state) => {
  if (state !== "opened" && state !== "lost") return;
  const at = await now();
  const paused = await db().subscription.updateManyAndReturn({
    where: { orders: { some: { id: orderId } }, state: { notIn: ["starting", "canceled", "completed"] } },
    // The worker processes it once more: a charge may be in flight at this moment.
    data: { state: "paused", disputedAt: at, processAfter: at },
  });
  for (const { id } of paused) log.info("subscription.moved", { subscriptionId: id, to: "paused" });
};

/** Staff's decision on the shopper's series that a dispute paused. AppError `subscription.changed` if it waits for none. */
export async function decideAfterDispute(
  shopper: Viewer,
  { id, isEnding }: { id: string; isEnding: boolean },
): Promise<void> {
  const [row] = await loadSubscriptions([id]);
  if (!row?.disputedAt || row.state !== "paused") throw nothingToDecide(id);
  await db().subscription.updateMany({ where: { id, state: "paused" }, data: { disputedAt: null } });
  if (!isEnding) return resumeSubscription(shopper, { id });
  if (!(await endSubscription(row, { processAfter: await now() }))) throw nothingToDecide(id);
}

const nothingToDecide = (id: string) =>
  new AppError({
    code: "subscription.changed",
    message: `Subscription ${id} is not paused by a dispute`,
    sentence: "This subscription has changed. Refresh the page and try again.",
  });
