import type { ProcessOutEvent } from "@/lib/processout";

/**
 * The id of the resource an event is about, by its prefix: `tok_`, `tr_`, `iv_`. ProcessOut's recordings show
 * transaction events only, so the key that holds a token is not known; the id's prefix is.
 */
export function subjectOf(event: ProcessOutEvent, prefix: string): string | undefined {
  return Object.values(event.data ?? {})
    .map((value) => (value as { id?: unknown } | null)?.id)
    .find((id): id is string => typeof id === "string" && id.startsWith(prefix));
}
