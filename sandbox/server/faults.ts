import { setTimeout as wait } from "node:timers/promises";
import type { Outgoing } from "./idempotency";
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
  /** How many more times it applies; without it, always. */
  times?: number;
  /** Process the request, then fail the answer: the caller cannot know the outcome. */
  after?: boolean;
  hits: number;
};

export type Faults = {
  list(): Fault[];
  add(fault: Omit<Fault, "id" | "hits">): Fault;
  remove(id: string): boolean;
  clear(): void;
  /** The first fault for this request; uses one of its `times`. */
  forRequest(method: string, path: string): Fault | undefined;
  forWebhook(eventName: string): Fault | undefined;
};

/** Faults are kept in memory: a restart removes them. */
export function createFaults(): Faults {
  let faults: Fault[] = [];

  const take = (kinds: readonly string[], subject: string): Fault | undefined => {
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
      faults.length === 0 ? undefined : take(REQUEST_FAULTS, `${method} ${path}`),
    forWebhook: (eventName) => (faults.length === 0 ? undefined : take(WEBHOOK_FAULTS, eventName)),
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

/** Waits for the latency of a fault, in real time. */
export const delayOf = (fault: Fault): Promise<void> => wait(fault.latency_ms ?? 0);

export type Faulty = { how: "send"; out: Outgoing } | { how: "hang" } | { how: "reset" };

/** The answer under a fault. `out` is the real answer, if the request was processed. */
export function applyFault(fault: Fault, out: Outgoing | undefined): Faulty {
  const send = (status: number, body: string): Faulty => ({
    how: "send",
    out: { status, headers: {}, body },
  });
  switch (fault.kind) {
    case "hang":
      return { how: "hang" };
    case "reset":
      return { how: "reset" };
    case "malformed":
      return send(out?.status ?? 200, '{"success": true, "tok');
    case "empty":
      return send(out?.status ?? 200, "");
    case "status":
      return send(fault.status ?? 500, JSON.stringify(failure(fault)));
    default:
      return out ? { how: "send", out } : send(500, JSON.stringify(failure(fault)));
  }
}

function failure({ error_type, status = 500 }: Fault) {
  return {
    success: false,
    error_type: error_type ?? (status === 429 ? "request.rate.exceeded" : "gateway.internal-error"),
    message: "The sandbox was told to fail this request.",
  };
}
