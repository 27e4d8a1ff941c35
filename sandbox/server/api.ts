import { authenticate } from "./auth";
import { parseBody } from "./body";
import type { Engine } from "./engine";
import { ApiError, invalid } from "./errors";
import { readExpand } from "./expand";
import { keep, keyed, type Outgoing, replayed } from "./idempotency";
import { read } from "./params";
import type { RateLimit } from "./rate-limit";
import { type LoggedRequest, redact } from "./request-log";
import type { Answer, Context, Route } from "./route";
import type { Match, Router } from "./router";

export type Incoming = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string | undefined>;
  ip: string;
  baseUrl: string;
  bytes: Buffer;
};

export type Api = (incoming: Incoming) => Promise<{ out: Outgoing; entry: LoggedRequest }>;

/** One API request, start to end: route, credentials, body, replay, handler, envelope. */
export function createApi(engine: Engine, router: Router<Route>, rateLimit: RateLimit): Api {
  return async (incoming) => {
    const started = performance.now();
    const entry = newEntry(engine, incoming);
    const limits = rateLimit.take(incoming.path.startsWith("/events") ? "events" : "sandbox", Date.now());
    let out: Outgoing;
    try {
      if (limits.exceeded) throw new ApiError(429, "request.rate.exceeded", "Too many requests.");
      const match = router.match(incoming.method, incoming.path);
      if (!match) throw new ApiError(404, "request.route-not-found", "There is no such route.");
      out = await run(engine, match, incoming, entry);
    } catch (error) {
      out = refuse(error, entry);
    }
    Object.assign(out.headers, limits.headers);
    if (entry.warnings.length > 0) out.headers["X-Sandbox-Warning"] = headerText(entry.warnings);
    entry.status = out.status;
    entry.answer = out.body;
    if (out.status >= 400) entry.error_type ??= errorTypeOf(out.body);
    entry.duration_ms = performance.now() - started;
    return { out, entry };
  };
}

async function run(
  engine: Engine,
  { found, path }: Match<Route>,
  incoming: Incoming,
  entry: LoggedRequest,
): Promise<Outgoing> {
  const { headers, query, method } = incoming;
  const credentials = authenticate(
    engine.store,
    headers.authorization ?? query.get("x-Authorization") ?? undefined,
    headers["x-processout-client-secret"],
    found.access,
  );
  entry.project_id = credentials.project.id;
  const body = parseBody(headers["content-type"] ?? "", incoming.bytes);
  entry.body = redact(body);

  const scope = `${credentials.project.id}/${credentials.access}`;
  const key =
    method === "GET"
      ? null
      : keyed(headers["idempotency-key"], scope, [method, incoming.path, incoming.bytes]);
  const before = key && replayed(engine.store, key);
  if (before) {
    entry.replayed = true;
    return before;
  }

  const context: Context = {
    options: engine.options,
    store: engine.store,
    clock: engine.clock,
    jobs: engine.jobs,
    webhooks: engine.webhooks,
    faults: engine.faults,
    requests: engine.requests,
    project: credentials.project,
    access: credentials.access,
    clientSecret: credentials.clientSecret,
    path,
    query,
    params: read(found.params, body, (name) => {
      if (found.refusesAll) return;
      entry.warnings.push(`unknown parameter ${name}`);
      if (engine.options.strict)
        throw invalid("request.validation.error", `Unknown parameter ${name}.`, name);
    }),
    expand: readExpand(query, body),
    baseUrl: incoming.baseUrl,
    headers,
    ip: incoming.ip,
  };
  if (method === "GET") return toOutgoing(found.handle(context), false);
  const wantsAction = wantsCustomerAction(found.path, incoming, body);
  return engine.store.commit(() => {
    const out = toOutgoing(found.handle(context), wantsAction);
    if (key) keep(engine.store, key, out);
    return out;
  });
}

function toOutgoing({ status = 200, headers = {}, body }: Answer, wantsAction: boolean): Outgoing {
  const envelope = body.success === undefined ? { success: true, ...body } : body;
  const isShort = wantsAction && envelope.success === true && !("customer_action" in envelope);
  return {
    status,
    headers: { ...headers },
    body: JSON.stringify(isShort ? { ...envelope, customer_action: {} } : envelope),
  };
}

const MAY_ASK = /\/(tokens|authorize|capture|three-d-s)$/;

/**
 * Python up to 7.3.0 alone dies when one of these calls answers without `customer_action`; all others die on an empty
 * one. Its later versions are known by a parameter, since SDKs keep the version in their name for long.
 */
function wantsCustomerAction(path: string, { headers }: Incoming, body: Record<string, unknown>): boolean {
  const isPython = headers["user-agent"] === "ProcessOut Python-Bindings/6.18.0";
  return isPython && MAY_ASK.test(path) && !("provision_network_token" in body);
}

function refuse(error: unknown, entry: LoggedRequest): Outgoing {
  const known =
    error instanceof ApiError
      ? error
      : new ApiError(500, "request.internal-error", "The sandbox failed; its log has the reason.");
  if (known !== error) console.error(`${entry.method} ${entry.path} failed:`, error);
  entry.error_type = known.code;
  return { status: known.status, headers: {}, body: JSON.stringify(known.body) };
}

const errorTypeOf = (body: string) => (JSON.parse(body) as { error_type?: string }).error_type ?? null;

const headerText = (warnings: string[]) =>
  warnings
    .slice(0, 20)
    .join("; ")
    .replace(/[^\x20-\x7e]/g, "?")
    .slice(0, 1000);

let count = 0;

export function newEntry(engine: Engine, { method, path, query, headers }: Incoming): LoggedRequest {
  count += 1;
  return {
    id: `req_${count}`,
    at: engine.clock.stamp(),
    received_at: new Date().toISOString(),
    method,
    path,
    query: query.size > 0 ? safeQuery(query) : "",
    body: {},
    status: 0,
    error_type: null,
    answer: "",
    duration_ms: 0,
    project_id: null,
    idempotency_key: headers["idempotency-key"] || null,
    replayed: false,
    user_agent: headers["user-agent"] ?? null,
    api_version: headers["api-version"] ?? null,
    warnings: [],
    fault: null,
  };
}

function safeQuery(query: URLSearchParams): string {
  const copy = new URLSearchParams(query);
  if (copy.has("x-Authorization")) copy.set("x-Authorization", "•••");
  return copy.toString();
}
