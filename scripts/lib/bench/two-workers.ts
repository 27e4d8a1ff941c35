import { db } from "@/lib/platform/db";
import { processout } from "@/lib/platform/processout";
import type { Bench } from "./open";
import { restAll, seedSubscriptions } from "./seed";
import { startBenchWorker } from "./worker";

const DUE = 400;

/** Two workers share what is due; one dies half-way, its leases run out, and another takes what it had in hand. */
export async function loseAWorker({ subscriber }: Bench, { atOnce }: { atOnce: number }) {
  const before = await countTaken(subscriber.customerId);
  const prefix = await seedSubscriptions(subscriber, { count: DUE });
  const half = Math.floor(atOnce / 2);
  const mortal = startBenchWorker(half, ({ charged }) => {
    if (charged >= DUE / 8) mortal.kill();
  });
  const survivor = startBenchWorker(half);
  const [lost, kept] = await Promise.all([mortal.ended, survivor.ended]);
  const inHand = { id: { startsWith: prefix }, paidPeriods: 1 };
  const left = await db().subscription.count({ where: inHand });
  await db().subscription.updateMany({ where: inHand, data: { processAfter: new Date(0) } });
  await startBenchWorker(half).ended;
  const taken = (await countTaken(subscriber.customerId)) - before;
  const paid = await db().subscription.count({ where: { id: { startsWith: prefix }, paidPeriods: 2 } });
  await restAll();
  return {
    due: DUE,
    "by the one that died, at least": lost.charged,
    "by the other": kept.charged,
    "in the dead one's hands": left,
    "paid in the end": paid,
    "taken at ProcessOut": taken,
    "charged twice": taken - paid,
  };
}

async function countTaken(customerId: string): Promise<number> {
  let count = 0;
  for await (const transaction of processout().transactions.listByCustomer(customerId)) {
    if (Number(transaction.captured_amount) > 0) count += 1;
  }
  return count;
}
