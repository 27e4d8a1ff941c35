// Background work as a process of its own. Run as many as you like on one database.

import { JOBS } from "@/app/jobs";
import { registerFeatures } from "@/app/register";
import { startWorker } from "@/lib/jobs/worker";
import { requireEnv } from "@/lib/platform/require-env";

requireEnv();
requireEnv(registerFeatures);
const stopWorker = await startWorker(JOBS);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, async () => {
    await stopWorker();
    process.exit(0);
  });
}
process.send?.({ ready: "worker" });
