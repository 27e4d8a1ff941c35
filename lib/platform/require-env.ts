import { EnvError, env } from "./env";

/** For the start of a process: a wrong variable ends it with every failure listed, before the first request. */
export function requireEnv() {
  try {
    env();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
