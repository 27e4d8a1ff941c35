import { z } from "zod";
import { chooseError } from "./choose-error";
import { optionalCustomerAction } from "./customer-action";
import { ProcessOutError, UnavailableError } from "./errors";
import { type RetryPolicy, readRetryAfter, retryDelay } from "./retry";
import { withTimeLimit } from "./wait";

export type ReadOptions = {
  /** Gives up early. The failure is an UnavailableError that is not retried. */
  signal?: AbortSignal | undefined;
  /** Time limit of each attempt, in milliseconds. */
  timeoutMs?: number | undefined;
};

export type WriteOptions = ReadOptions & {
  /**
   * Derive it from a row that was committed before the call, so that a retry after a crash sends the same one.
   * One key names one intended change: another attempt at the same change after a decline needs another key.
   */
  idempotencyKey: string;
};

type Call<Schema> = {
  path: string;
  query?: Record<string, string | number | undefined>;
  body?: object;
  /** What a successful answer must look like. */
  schema: Schema;
} & (({ method: "GET" } & ReadOptions) | ({ method: "POST" | "PUT" | "DELETE" } & WriteOptions));

/** Resolves with the parsed answer; rejects with a ProcessOutError, or a TypeError for a blank idempotency key. */
export type Request = <Schema extends z.ZodType>(call: Call<Schema>) => Promise<z.output<Schema>>;

export type RequestConfig = RetryPolicy & {
  authorization: string;
  baseUrl: string;
  timeoutMs: number;
  fetch: typeof globalThis.fetch;
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
};

const API_VERSION = "1.4.0.0";

const envelopeSchema = z.looseObject({
  success: z.boolean(),
  error_type: z
    .string()
    .regex(/^[\w.-]{1,100}$/)
    .optional()
    .catch(undefined),
  customer_action: optionalCustomerAction,
  invalid_fields: z
    .array(z.looseObject({ name: z.string() }))
    .optional()
    .catch(undefined),
});

/** The one function through which every call goes. Resources only name a path, a verb and a schema. */
export function createRequest(config: RequestConfig): Request {
  return async (call) => {
    if (call.method !== "GET" && call.idempotencyKey.trim() === "") {
      throw new TypeError(`${call.method} ${call.path} needs an idempotency key`);
    }
    for (let attempt = 0; ; attempt++) {
      try {
        return await send(config, call);
      } catch (error) {
        if (!(error instanceof ProcessOutError)) throw error;
        const delay = retryDelay(error, attempt, config);
        if (delay === undefined) throw error;
        await config.sleep(delay, call.signal);
        if (call.signal?.aborted) throw error;
      }
    }
  };
}

async function send<Schema extends z.ZodType>(config: RequestConfig, call: Call<Schema>) {
  const { response, body } = await exchange(config, call);
  const { method, path } = call;
  const answer = {
    method,
    path,
    status: response.status,
    requestId: response.headers.get("x-request-id") ?? undefined,
    retryAfterMs: readRetryAfter(response.headers),
  };

  const envelope = envelopeSchema.safeParse(parseJson(body));
  if (!envelope.success) throw unreadable(answer);

  // ProcessOut's own SDKs let this flag decide, whatever the HTTP status says.
  if (!envelope.data.success) {
    throw chooseError({
      ...answer,
      code: envelope.data.error_type,
      customerAction: envelope.data.customer_action,
      invalidFields: envelope.data.invalid_fields?.map(({ name }) => name),
    });
  }

  const parsed = call.schema.safeParse(envelope.data);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => issue.path.join(".")).join(", ");
  throw new UnavailableError({ ...answer, problem: `answered ${answer.status} without a usable ${fields}` });
}

/** One attempt on the wire, its body included, under the time limit. */
async function exchange(config: RequestConfig, call: Call<unknown>) {
  const { method, path } = call;
  const timeoutMs = call.timeoutMs ?? config.timeoutMs;
  try {
    return await withTimeLimit(timeoutMs, call.signal, async (signal) => {
      const response = await config.fetch(address(config.baseUrl, call), {
        method,
        signal,
        headers: headers(config, call),
        body: call.body ? JSON.stringify(call.body) : null,
        cache: "no-store",
        redirect: "manual",
      });
      return { response, body: await response.text() };
    });
  } catch (cause) {
    const isAborted = call.signal?.aborted ?? false;
    const isTimeout = cause instanceof DOMException && cause.name === "TimeoutError";
    const problem = isAborted
      ? "was given up by its caller"
      : isTimeout
        ? `got no answer in ${timeoutMs} ms`
        : "could not reach ProcessOut";
    throw new UnavailableError({ method, path, problem, isRetryable: !isAborted, cause });
  }
}

function address(baseUrl: string, call: Call<unknown>): string {
  const url = new URL(baseUrl.replace(/\/+$/, "") + call.path);
  for (const [name, value] of Object.entries(call.query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return url.href;
}

function headers(config: RequestConfig, call: Call<unknown>): Record<string, string> {
  return {
    Accept: "application/json",
    "API-Version": API_VERSION,
    Authorization: config.authorization,
    ...(call.body && { "Content-Type": "application/json" }),
    ...(call.method !== "GET" && { "Idempotency-Key": call.idempotencyKey }),
  };
}

/** No `cause`: a SyntaxError quotes the body. */
function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** A proxy's page with status 404 says nothing about a token, so it must never become a NotFoundError. */
function unreadable(answer: {
  method: string;
  path: string;
  status: number;
  retryAfterMs?: number | undefined;
}) {
  const { status } = answer;
  const isRefusal = status >= 400 && status < 500 && ![408, 425, 429].includes(status);
  return new UnavailableError({
    ...answer,
    problem: `answered ${status} with a body that is not ProcessOut's JSON`,
    isRetryable: !isRefusal,
  });
}
