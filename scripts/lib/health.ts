import type { RunningProcess } from "./processes";
import { Refusal } from "./refusal";

const LIMIT_MS = 120_000;
const INTERVAL_MS = 100;

/** Resolves when the app says it can serve. Refuses with what it said last, or with what it printed when it ended. */
export async function waitForHealth(web: RunningProcess, address: string): Promise<void> {
  const ended = web.ended.then(({ tail }) => {
    throw new Refusal(tail || "The app ended before it was ready: its log is above.");
  });
  await Promise.race([ended, pollHealth(address)]);
}

async function pollHealth(address: string): Promise<void> {
  const deadline = performance.now() + LIMIT_MS;
  for (;;) {
    const answer = await askHealth(address);
    if (answer === "ok") return;
    if (performance.now() > deadline) throw new Refusal(`The app is not healthy. ${address} says: ${answer}`);
    await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
  }
}

async function askHealth(address: string): Promise<string> {
  try {
    const response = await fetch(address);
    return response.ok ? "ok" : `${response.status} ${await response.text()}`;
  } catch {
    return "nothing";
  }
}
