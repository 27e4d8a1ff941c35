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

const PROCESSOUT_ID = /^(cust|tok|card|iv|tr|refd)_[A-Za-z0-9]{16,64}$/;
const MAX_SUBJECTS = 50;

/** Every ProcessOut id that an event names, at any depth: what the back office finds it by. */
export function subjectsOf({ data }: ProcessOutEvent): string[] {
  return [...new Set(idsWithin(data))].slice(0, MAX_SUBJECTS);
}

function idsWithin(value: unknown): string[] {
  if (typeof value === "string") return PROCESSOUT_ID.test(value) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(idsWithin);
}
