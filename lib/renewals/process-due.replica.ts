// A worker process of process-due.postgres.test.ts. Reports when it is ready, processes what is due when it is told to,
// and exits; or kills itself at the nth pass of a checkpoint, like a machine that loses power.
import { once } from "node:events";
import { db } from "@/lib/platform/db";
import { processDue } from "./process-due";

const [killAt, nth = "1"] = process.argv.slice(2);
let passed = 0;
await db().$queryRaw`SELECT 1`;
process.send?.("ready");
await once(process, "message");
await processDue({
  concurrency: 4,
  onCheckpoint(checkpoint) {
    if (checkpoint !== killAt) return;
    passed += 1;
    if (passed === Number(nth)) process.kill(process.pid, "SIGKILL");
  },
});
await db().$disconnect();
process.disconnect();
