// `npm run bench`: what charging subscriptions costs, on a real PostgreSQL and a sandbox that takes its time to
// answer. DATABASE_URL names an empty PostgreSQL; without it one is started and thrown away.
//
//   --charges 4000   subscriptions charged for the throughput        --at-once 50    calls at the same time
//   --rows 1000000   subscriptions the due ones are picked from      --latency 200   milliseconds of each answer
//   --backlog 1000,10000,100000   due rows while memory is watched   --seconds 15    how long it is watched
import { parseArgs } from "node:util";
import { explainPicking } from "./lib/bench/explain";
import { watchMemory } from "./lib/bench/memory";
import { openBench } from "./lib/bench/open";
import { measureThroughput } from "./lib/bench/throughput";
import { loseAWorker } from "./lib/bench/two-workers";
import { leave, stopOnRequest } from "./lib/stop-request";

stopOnRequest(130);
const { values } = parseArgs({
  options: {
    charges: { type: "string", default: "4000" },
    "at-once": { type: "string", default: "50" },
    latency: { type: "string", default: "200" },
    rows: { type: "string", default: "1000000" },
    backlog: { type: "string", default: "1000,10000,100000" },
    seconds: { type: "string", default: "15" },
  },
});
const settings = { atOnce: Number(values["at-once"]), latencyMs: Number(values.latency) };

const bench = await openBench();
await bench.slowDown(settings.latencyMs);
try {
  console.log("Throughput");
  console.table([await measureThroughput(bench, { ...settings, charges: Number(values.charges) })]);
  console.log("Two workers, one killed in the middle");
  console.table([await loseAWorker(bench, settings)]);
  console.log("Memory of a worker, by what is due");
  const backlogs = values.backlog.split(",").map(Number);
  console.table(await watchMemory(bench, { ...settings, backlogs, seconds: Number(values.seconds) }));
  console.log(`Picking 50 due subscriptions out of ${values.rows}`);
  console.log(await explainPicking(bench, Number(values.rows)));
} finally {
  await bench.close();
}
await leave(0);
