import { demoPort, setDemoPort } from "@/lib/platform/demo-port";
import { EnvError, env } from "@/lib/platform/env";
import { getDemoOffset } from "./demo-clock";
import { demoEnv } from "./demo-env";
import { keepInOutbox } from "./outbox";
import { areSandboxKeys } from "./sandbox-keys";

/**
 * Registers the demo in this process when `DEMO` is set. Every process that runs the shop's code calls it once when it
 * starts. Throws EnvError with a live key: personas sign in without a password and the outbox shows every e-mail.
 */
export function registerDemo(): void {
  if (!demoEnv().DEMO) return;
  const { PROCESSOUT_PROJECT_ID: id, PROCESSOUT_PRIVATE_KEY: privateKey } = env();
  if (!areSandboxKeys({ id, privateKey })) {
    throw new EnvError(
      "The environment is not complete:\n  DEMO: personas and the outbox must never meet a live key: unset DEMO or use sandbox keys",
    );
  }
  setDemoPort({ clockOffsetMs: getDemoOffset, keepMail: keepInOutbox });
}

export const isDemo = () => demoPort() !== undefined;
