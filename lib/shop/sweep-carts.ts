import { eachOf } from "@/lib/jobs/for-each-concurrent";
import { forgetAddresses } from "@/lib/payments/velocity-limit";
import { now } from "@/lib/platform/clock";
import { giveUpCart, listForgottenCarts } from "./abandoned-carts";

const THIRTY_DAYS = 30 * 24 * 3_600_000;

/** Forgets what guests left behind: carts nobody came back to, and where tries to pay came from. */
export async function sweepCarts(): Promise<number> {
  await forgetAddresses();
  const touchedBefore = new Date((await now()).getTime() - THIRTY_DAYS);
  const carts = await listForgottenCarts({ touchedBefore, limit: 200 });
  return eachOf("sweep-carts", carts, 1, ({ id }) => giveUpCart({ id, touchedBefore }));
}
