import { spawnSync } from "node:child_process";
import { stopProcesses } from "./processes";
import { refuse } from "./refusal";

/**
 * Ends this process, after all it started, when a person or a supervisor wants it gone, or when npm, which started
 * it, was killed. `code` is what a stop on request counts as.
 */
export function stopOnRequest(code: number): void {
  const stop = () => leave(code);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  process.once("disconnect", stop);
  process.once("uncaughtException", (error) => stopProcesses().finally(() => refuse(error)));
  if (!process.env.npm_lifecycle_event) return;
  const shellAndNpm = [process.ppid, parentOf(process.ppid)];
  setInterval(() => areAlive(shellAndNpm) || stop(), 500).unref();
}

function parentOf(pid: number): number {
  const { stdout } = spawnSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" });
  return Number(stdout) || pid;
}

function areAlive(pids: number[]): boolean {
  try {
    return pids.every((pid) => process.kill(pid, 0));
  } catch {
    return false;
  }
}

let leaving: Promise<never> | undefined;

export function leave(code: number): Promise<never> {
  leaving ??= stopProcesses().then(() => process.exit(code));
  return leaving;
}
