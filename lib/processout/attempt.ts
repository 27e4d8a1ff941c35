import { z } from "zod";
import type { Call, RequestConfig } from "./call";
import { chooseError } from "./choose-error";
import { optionalCustomerAction } from "./customer-action";
import { UnavailableError } from "./errors";
import { readRetryAfter } from "./retry";
import { withTimeLimit } from "./wait";

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

/** Sends a call once and parses the response. Rejects with a ProcessOutError. */
export async function attemptCall<Schema extends z.ZodType>(config: RequestConfig, call: Call<Schema>) {
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

  // As in ProcessOut's own SDKs, this flag decides, not the HTTP status.
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

/** The HTTP exchange, including the response body, within the time limit. */
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
      ? "was aborted by its caller"
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

/** A proxy's 404 page says nothing about a token, so it must not become a NotFoundError. */
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
