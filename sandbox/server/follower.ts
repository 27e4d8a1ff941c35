import type { Engine } from "./engine";

/** Long enough for an application that fills itself with data again. */
const TIMEOUT_MS = 30_000;

/**
 * Tells the application of `--follower-url` that the clock was moved or that everything was deleted, and waits for it, so
 * that it has the same time and no unknown ids when the control request is answered. Never throws: `false` is an application
 * that did not follow.
 */
export async function tellFollower(
  { options, clock }: Engine,
  event: "clock-moved" | "emptied",
): Promise<boolean> {
  const { followerUrl } = options;
  if (!followerUrl) return true;
  try {
    const response = await fetch(followerUrl, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ event, offset_ms: clock.offsetMs() }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return response.ok;
  } catch {
    return false;
  }
}
