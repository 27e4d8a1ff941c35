import { demoPort, setDemoPort } from "@/lib/platform/demo-port";
import { EnvError, env } from "@/lib/platform/env";
import { isLive } from "@/lib/platform/live-keys";
import { getDemoOffset } from "./demo-clock";
import { demoEnv } from "./demo-env";
import { keepInOutbox } from "./outbox";

/**
 * Registers the demo in this process when `DEMO` is set. Every process that runs the shop's code calls it once when it
 * starts. Throws EnvError with a live key, and at a public address unless `DEMO_PUBLIC` is set: personas sign in without a
 * password and the outbox shows every e-mail.
 */
export function registerDemo(): void {
  const { DEMO, DEMO_PUBLIC } = demoEnv();
  if (!DEMO) return;
  if (isLive(env())) {
    throw refused("personas and the outbox must never meet a live key: unset DEMO or use sandbox keys");
  }
  const { hostname } = new URL(env().NEXTAUTH_URL);
  if (!DEMO_PUBLIC && !isThisMachine(hostname)) {
    throw refused(
      `every person who can reach ${hostname} could sign in as staff and read every e-mail: unset DEMO, or set DEMO_PUBLIC=1 if that is what you want`,
    );
  }
  setDemoPort({ clockOffsetMs: getDemoOffset, keepMail: keepInOutbox });
}

const refused = (reason: string) => new EnvError(`The environment is not complete:\n  DEMO: ${reason}`);

/** By its name: `localhost` and what ends in it are this machine by standard. */
const isThisMachine = (hostname: string) => /(^|\.)localhost$|^127\.\d+\.\d+\.\d+$|^\[::1\]$/.test(hostname);

export const isDemo = () => demoPort() !== undefined;
