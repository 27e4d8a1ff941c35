import { randomText } from "./ids";

export const REQUEST_FAULTS = ["latency", "status", "reset", "hang", "malformed", "empty"] as const;
export const WEBHOOK_FAULTS = [
  "drop-webhooks",
  "duplicate-webhooks",
  "reorder-webhooks",
  "delay-webhooks",
] as const;

export type RequestFaultKind = (typeof REQUEST_FAULTS)[number];
export type WebhookFaultKind = (typeof WEBHOOK_FAULTS)[number];

export type Fault = {
  id: string;
  /** `POST /customers/{any}/tokens` for requests, `customer.token.*` for webhooks; `*` is any one part, or all. */
  match: string;
  kind: RequestFaultKind | WebhookFaultKind;
  status?: number;
  error_type?: string;
  latency_ms?: number;
  /** How many more times it strikes; absent is for ever. */
  times?: number;
  /** Do the work, then fail the answer: the caller cannot know what happened. */
  after?: boolean;
  hits: number;
};

export type Faults = {
  list(): Fault[];
  add(fault: Omit<Fault, "id" | "hits">): Fault;
  remove(id: string): boolean;
  clear(): void;
  /** The first fault for this request, used up by one. */
  forRequest(method: string, path: string): Fault | undefined;
  forWebhook(eventName: string): Fault | undefined;
};

/** Faults live in memory: a restarted sandbox is a healthy one. */
export function createFaults(): Faults {
  let faults: Fault[] = [];

  const strike = (kinds: readonly string[], subject: string): Fault | undefined => {
    const fault = faults.find((one) => kinds.includes(one.kind) && matches(one.match, subject));
    if (!fault) return undefined;
    fault.hits += 1;
    if (fault.times !== undefined) {
      fault.times -= 1;
      if (fault.times <= 0) faults = faults.filter((one) => one !== fault);
    }
    return fault;
  };

  return {
    list: () => faults,
    add(fault) {
      const added = { id: `fault_${randomText(12)}`, hits: 0, ...fault };
      faults.push(added);
      return added;
    },
    remove(id) {
      const before = faults.length;
      faults = faults.filter((fault) => fault.id !== id);
      return faults.length < before;
    },
    clear: () => {
      faults = [];
    },
    forRequest: (method, path) =>
      faults.length === 0 ? undefined : strike(REQUEST_FAULTS, `${method} ${path}`),
    forWebhook: (eventName) => (faults.length === 0 ? undefined : strike(WEBHOOK_FAULTS, eventName)),
  };
}

/** `*` alone matches all; elsewhere it stands for one path segment or one part of an event name. */
function matches(pattern: string, subject: string): boolean {
  if (pattern === "*" || pattern === subject) return true;
  const source = pattern
    .split("*")
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
    .join("[^/.]+");
  return new RegExp(`^(?:[A-Z]+ )?${source}$`).test(subject);
}
