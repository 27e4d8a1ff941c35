// A worker of the benchmark, a process of its own: charges what is due and reports every quarter of a second.
import { db } from "@/lib/platform/db";
import { processDue } from "@/lib/renewals/process-due";
import type { Report } from "./worker";

const atOnce = Number(process.argv[2]);
const report: Report = {
  charged: 0,
  calls: 0,
  callSeconds: 0,
  seconds: 0,
  cpuSeconds: 0,
  peakHeap: 0,
  peakRss: 0,
};

const plainFetch = globalThis.fetch;
globalThis.fetch = async (...call) => {
  report.calls += 1;
  const sent = performance.now();
  const answer = await plainFetch(...call);
  report.callSeconds += (performance.now() - sent) / 1000;
  return answer;
};

await db().$queryRaw`SELECT 1`;
const started = performance.now();
const cpu = process.cpuUsage();

function send() {
  const { heapUsed, rss } = process.memoryUsage();
  report.seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  report.cpuSeconds = (user + system) / 1_000_000;
  report.peakHeap = Math.max(report.peakHeap, heapUsed);
  report.peakRss = Math.max(report.peakRss, rss);
  process.send?.(report);
}

const timer = setInterval(send, 250);
await processDue({
  concurrency: atOnce,
  onCheckpoint(checkpoint) {
    if (checkpoint === "recorded") report.charged += 1;
  },
});
clearInterval(timer);
send();
await db().$disconnect();
process.disconnect();
