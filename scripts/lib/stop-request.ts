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
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), 500).unref();
}

let leaving: Promise<never> | undefined;

export function leave(code: number): Promise<never> {
  leaving ??= stopProcesses().then(() => process.exit(code));
  return leaving;
}
