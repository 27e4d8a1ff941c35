// A worker of charge-due.postgres.test.ts: says when it is ready, charges what is due when told to, and ends; or kills
// itself at a step, the nth time it gets there, as a machine that loses power.
import { once } from "node:events";
import { db } from "@/lib/platform/db";
import { chargeDue } from "./jobs";

const [dieAt, nth = "1"] = process.argv.slice(2);
let met = 0;
await db().$queryRaw`SELECT 1`;
process.send?.("ready");
await once(process, "message");
await chargeDue({
  atOnce: 4,
  onStep(step) {
    if (step !== dieAt) return;
    met += 1;
    if (met === Number(nth)) process.kill(process.pid, "SIGKILL");
  },
});
await db().$disconnect();
process.disconnect();
