import { fork } from "node:child_process";
import { once } from "node:events";

export type Report = {
  charged: number;
  /** To ProcessOut. */
  calls: number;
  /** How long they took, added up. */
  callSeconds: number;
  seconds: number;
  /** Of a processor, by the worker alone. */
  cpuSeconds: number;
  /** Bytes. */
  peakHeap: number;
  peakRss: number;
};

/** A worker as a process of its own. Its log is not shown: it has a few lines for each charge. */
export function startBenchWorker(atOnce: number, onReport: (report: Report) => void = () => {}) {
  const child = fork("scripts/lib/bench/bench-worker.ts", [String(atOnce)], {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  let last: Report = {
    charged: 0,
    calls: 0,
    callSeconds: 0,
    seconds: 0,
    cpuSeconds: 0,
    peakHeap: 0,
    peakRss: 0,
  };
  child.on("message", (report: Report) => {
    last = report;
    onReport(report);
  });
  const ended = once(child, "exit").then(() => last);
  return { ended, kill: () => child.kill("SIGKILL") };
}
