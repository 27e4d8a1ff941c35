import { EnvError, env } from "./env";
import { listMissing, listUnlimited } from "./live-keys";
import { log } from "./log";

/**
 * For the start of a process: a wrong variable ends it, with every problem listed, before the first request. What a shop
 * with live keys lacks is logged, and what limits cannot count by.
 */
export function requireEnv(read: () => unknown = warnOfMissing): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

function warnOfMissing() {
  const missing = new Set([...listUnlimited(env()), ...listMissing(env())]);
  for (const sentence of missing) log.warn("env.missing", { missing: sentence });
}
