import { forEachConcurrent } from "@/lib/jobs/for-each-concurrent";
import type { Job } from "@/lib/jobs/job";
import { now } from "@/lib/platform/clock";
import { DAY_MS } from "@/lib/platform/durations";
import { giveUpCart, listForgottenCarts } from "./abandoned-carts";

/** Deletes guests' carts that were not touched for thirty days. */
export const sweepCarts = {
  name: "sweep-carts",
  async run() {
    const touchedBefore = new Date((await now()).getTime() - 30 * DAY_MS);
    const carts = await listForgottenCarts({ touchedBefore, limit: 200 });
    return forEachConcurrent("sweep-carts", carts, 1, ({ id }) => giveUpCart({ id, touchedBefore }));
  },
} satisfies Job;
