import type { Bench } from "./open";
import { seedSubscriptions } from "./seed";
import { startBenchWorker } from "./worker";

type Settings = { charges: number; atOnce: number; latencyMs: number };

/**
 * Charges a second against the ceiling, atOnce ÷ (calls a charge × latency). The two calls are the fewest: an invoice
 * carries the amount and says that nobody is there, and only a capture of it takes money.
 */
export async function measureThroughput({ subscriber }: Bench, { charges, atOnce, latencyMs }: Settings) {
  await seedSubscriptions(subscriber, { count: charges });
  const { charged, calls, callSeconds, seconds, cpuSeconds } = await startBenchWorker(atOnce).ended;
  const ceiling = atOnce / ((calls / charged) * (latencyMs / 1000));
  return {
    charged,
    "at once": atOnce,
    "calls a charge": (calls / charged).toFixed(2),
    "ms a call": ((1000 * callSeconds) / calls).toFixed(0),
    "charges a second": (charged / seconds).toFixed(1),
    ceiling: ceiling.toFixed(1),
    "processor ms a charge": ((1000 * cpuSeconds) / charged).toFixed(1),
    "of the ceiling": `${((100 * charged) / seconds / ceiling).toFixed(1)}%`,
  };
}
