import { EnvError, env } from "./env";

/** For the start of a process: a wrong variable ends it, with every problem listed, before the first request. */
export function requireEnv(read: () => unknown = env): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
