import { eachOf } from "@/lib/jobs/for-each-concurrent";
import { forgetAddresses } from "@/lib/payments/velocity-limit";
import { now } from "@/lib/platform/clock";
import { DAY_MS } from "@/lib/platform/durations";
import { giveUpCart, listForgottenCarts } from "./abandoned-carts";

/** Forgets what guests left behind: carts nobody came back to, and where tries to pay came from. */
export async function sweepCarts(): Promise<number> {
  await forgetAddresses();
  const touchedBefore = new Date((await now()).getTime() - 30 * DAY_MS);
  const carts = await listForgottenCarts({ touchedBefore, limit: 200 });
  return eachOf("sweep-carts", carts, 1, ({ id }) => giveUpCart({ id, touchedBefore }));
}
