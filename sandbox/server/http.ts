import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { Socket } from "node:net";
import { type Api, type Incoming, newEntry } from "./api";
import { baseUrlOf } from "./base-url";
import { readBody } from "./body";
import type { Certificate } from "./certificate";
import { apiCors, preflight } from "./cors";
import type { Engine } from "./engine";
import type { Fault } from "./faults";
import { applyFault, delayOf } from "./faults";
import { stillProcessing } from "./idempotency";
import type { Pages } from "./pages";

/**
 * The transport, on node:http without a framework. bench.ts measures the cost of a request. Every limit of size and
 * time is in this file and in read-body.ts.
 */
const HEADERS_WITHIN_MS = 10_000;
const REQUEST_WITHIN_MS = 20_000;
const IDLE_SOCKET_MS = 75_000;
const MAX_HEADER_BYTES = 16 * 1024;

const LIMITS = {
  headersTimeout: HEADERS_WITHIN_MS,
  requestTimeout: REQUEST_WITHIN_MS,
  connectionsCheckingInterval: 2000,
  maxHeaderSize: MAX_HEADER_BYTES,
  keepAliveTimeout: IDLE_SOCKET_MS,
};

/** With a certificate it speaks TLS and nothing else. */
export function createHttp(engine: Engine, api: Api, pages: Pages, tls: Certificate | null): Server {
  const inFlight = new Set<string>();
  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    handle(request, response).catch((error) => {
      console.error("A request failed:", error);
      response.destroy();
    });
  };
  const server = tls ? createTlsServer({ ...LIMITS, ...tls }, onRequest) : createServer(LIMITS, onRequest);
  server.timeout = IDLE_SOCKET_MS;
  server.on("clientError", refuseUnreadable);
  return server;

  async function handle(request: IncomingMessage, response: ServerResponse) {
    const { method = "GET", url = "/" } = request;
    const mark = url.indexOf("?");
    const path = mark < 0 ? url : url.slice(0, mark);
    const page = pages.match(method, path);
    if (method === "OPTIONS" && !path.startsWith("/_sandbox")) return preflight(request, response);

    const body = await readBody(request);
    if (body === "gone") return;
    if (body === "too-large") return sendJson(response, 413, {}, TOO_LARGE);
    const incoming: Incoming = {
      method,
      path,
      query: new URLSearchParams(mark < 0 ? "" : url.slice(mark + 1)),
      headers: request.headers as Incoming["headers"],
      ip: request.socket.remoteAddress ?? "",
      baseUrl: baseUrlOf(engine.options, request.headers),
      bytes: body,
    };
    if (page) return pages.answer(page, incoming, response);
    return answerApi(incoming, response);
  }

  async function answerApi(incoming: Incoming, response: ServerResponse) {
    const { method, path, headers } = incoming;
    const key = headers["idempotency-key"]?.trim();
    const claim = key && method !== "GET" ? `${headers.authorization}\n${key}` : null;
    if (claim && inFlight.has(claim)) {
      const { status, body } = stillProcessing();
      return sendJson(response, status, {}, JSON.stringify(body));
    }
    // Released before the answer is sent, since a client may repeat at once; at the latest when the connection closes.
    const release = () => void (claim && inFlight.delete(claim));
    if (claim) {
      inFlight.add(claim);
      response.once("close", release);
    }

    const fault = engine.faults.forRequest(method, path);
    if (fault) return answerWithFault(fault, incoming, response, release);
    const { out, entry } = await api(incoming);
    engine.requests.add(entry);
    release();
    sendJson(response, out.status, out.headers, out.body);
  }

  async function answerWithFault(
    fault: Fault,
    incoming: Incoming,
    response: ServerResponse,
    release: () => void,
  ) {
    if (!fault.after) await delayOf(fault);
    const done = fault.after || fault.kind === "latency" ? await api(incoming) : undefined;
    if (fault.after) await delayOf(fault);
    const faulty = applyFault(fault, done?.out);
    const entry = done?.entry ?? newEntry(engine, incoming);
    entry.fault = fault.kind;
    if (faulty.how === "send") {
      entry.status = faulty.out.status;
      entry.answer = faulty.out.body;
    }
    engine.requests.add(entry);
    if (faulty.how !== "hang") release();
    if (faulty.how === "reset") response.socket?.resetAndDestroy();
    if (faulty.how === "send") sendJson(response, faulty.out.status, faulty.out.headers, faulty.out.body);
  }
}

function sendJson(response: ServerResponse, status: number, headers: Record<string, string>, body: string) {
  if (response.destroyed) return;
  response.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
    ...apiCors,
    ...headers,
  });
  response.end(body);
}

const TOO_LARGE = JSON.stringify({
  success: false,
  error_type: "request.too-much",
  message: "The body is larger than 1 MB.",
});

/** Answers an envelope to a request that is not HTTP, is too slow or has too many headers, then closes the socket. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket) {
  if (!socket.writable || error.code === "ECONNRESET") return socket.destroy();
  const status =
    error.code === "HPE_HEADER_OVERFLOW"
      ? "431 Request Header Fields Too Large"
      : error.code === "ERR_HTTP_REQUEST_TIMEOUT"
        ? "408 Request Timeout"
        : "400 Bad Request";
  const body = JSON.stringify({
    success: false,
    error_type: "request.bad-format",
    message: `The request could not be read: ${status.slice(4)}.`,
  });
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  );
}
