// Background work as a process of its own. Run as many as you like on one database.
import { registerAfterPayment } from "@/app/after-payment"; // eject: subscriptions
import { JOBS } from "@/app/jobs";
import { registerDemo } from "@/lib/demo/register"; // eject: demo
import { startWorker } from "@/lib/jobs/worker";
import { requireEnv } from "@/lib/platform/require-env";

requireEnv();
registerAfterPayment(); // eject: subscriptions
requireEnv(registerDemo); // eject: demo
const stopWorker = await startWorker(JOBS);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, async () => {
    await stopWorker();
    process.exit(0);
  });
}
process.send?.({ ready: "worker" });
