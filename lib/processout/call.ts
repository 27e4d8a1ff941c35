import type { RetryPolicy } from "./retry";

export type ReadOptions = {
  /** Aborting it rejects with an UnavailableError that is not retried. */
  signal?: AbortSignal | undefined;
  /** Time limit of each attempt, in milliseconds. */
  timeoutMs?: number | undefined;
};

export type WriteOptions = ReadOptions & {
  /**
   * Derive it from a row that was committed before the call, so that a retry after a crash sends the same key.
   * One key names one intended change: another attempt after a decline needs another key.
   */
  idempotencyKey: string;
};

export type Call<Schema> = {
  path: string;
  query?: Record<string, string | number | undefined>;
  body?: object;
  /** The schema of a successful response. */
  schema: Schema;
} & (({ method: "GET" } & ReadOptions) | ({ method: "POST" | "PUT" | "DELETE" } & WriteOptions));

export type RequestConfig = RetryPolicy & {
  authorization: string;
  baseUrl: string;
  timeoutMs: number;
  fetch: typeof globalThis.fetch;
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
};
