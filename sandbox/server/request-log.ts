export type LoggedRequest = {
  id: string;
  /** On the sandbox's clock, which can be moved. */
  at: string;
  /** On the machine's clock. */
  received_at: string;
  method: string;
  path: string;
  query: string;
  /** Card numbers, security codes and wallet tokens are redacted. */
  body: Record<string, unknown>;
  status: number;
  error_type: string | null;
  answer: string;
  duration_ms: number;
  project_id: string | null;
  idempotency_key: string | null;
  replayed: boolean;
  user_agent: string | null;
  api_version: string | null;
  warnings: string[];
  fault: string | null;
};

export type RequestLog = {
  add(entry: LoggedRequest): void;
  /** Newest first. `path` keeps the requests whose path contains it. */
  list(limit: number, path?: string): LoggedRequest[];
  subscribe(listener: (entry: LoggedRequest) => void): () => void;
  clear(): void;
};

const KEPT = 1000;

/** The last thousand API requests, in memory. */
export function createRequestLog(): RequestLog {
  const entries: LoggedRequest[] = [];
  const listeners = new Set<(entry: LoggedRequest) => void>();
  return {
    add(entry) {
      entries.push(entry);
      if (entries.length > KEPT * 2) entries.splice(0, entries.length - KEPT);
      for (const listener of listeners) listener(entry);
    },
    list: (limit, path) =>
      entries
        .slice(-KEPT)
        .reverse()
        .filter((entry) => !path || entry.path.includes(path))
        .slice(0, limit),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clear: () => {
      entries.length = 0;
    },
  };
}

const SECRET = new Set(["number", "cvc", "cvc2", "payment_token", "applepay_response", "cryptogram"]);

/** A copy of a body that may be shown: secrets at any depth become `•••`. */
export function redact(body: Record<string, unknown>): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(body)) {
    copy[name] = SECRET.has(name)
      ? "•••"
      : value && typeof value === "object" && !Array.isArray(value)
        ? redact(value as Record<string, unknown>)
        : value;
  }
  return copy;
}
