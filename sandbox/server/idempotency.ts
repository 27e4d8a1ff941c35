import { createHash } from "node:crypto";
import type { Store } from "../store/store";
import { ApiError, invalid } from "./errors";

/**
 * Replay of writes. ProcessOut documents no rules (server-api.md §1.3), so these are the sandbox's own: the same key with the
 * same request repeats the answer; with another request it is refused; while the first is in progress the answer is
 * request.still-processing. A blank key is no key. Refusals, which write nothing, are not stored.
 */
export type Outgoing = { status: number; headers: Record<string, string>; body: string };

export type Keyed = { id: string; request: string };

const MAX_KEY_LENGTH = 255;

/** `subject` is what has to be the same: method, path and bytes. */
export function keyed(key: string | undefined, scope: string, subject: (string | Buffer)[]): Keyed | null {
  if (!key?.trim()) return null;
  if (key.length > MAX_KEY_LENGTH)
    throw wrongKey(`The idempotency key is longer than ${MAX_KEY_LENGTH} characters.`);
  const request = createHash("sha256");
  for (const part of subject) request.update(part).update("\n");
  const id = createHash("sha256").update(`${scope}\n${key}`).digest("hex");
  return { id, request: request.digest("hex") };
}

/** The answer kept under the key, if this request was answered before. Throws when the key is another's. */
export function replayed(store: Store, { id, request }: Keyed): Outgoing | undefined {
  const kept = store.replays.get(id);
  if (!kept) return undefined;
  if (kept.request !== request) throw wrongKey("The idempotency key was already used for another request.");
  return { status: kept.status, body: kept.body, headers: { ...kept.headers, "X-Sandbox-Replayed": "true" } };
}

export function keep(store: Store, { id, request }: Keyed, { status, headers, body }: Outgoing): void {
  store.replays.insert({ id, request, status, headers, body });
}

const wrongKey = (message: string) => invalid("request.idempotency-key.invalid", message);

export const stillProcessing = () =>
  new ApiError(
    409,
    "request.still-processing",
    "The first request with this idempotency key is not answered yet.",
  );
