import type { ServerResponse } from "node:http";
import type { Incoming } from "./api";
import { parseBody } from "./body";
import { isAllowedOnControlSide } from "./control/guard";
import type { Engine } from "./engine";
import { ApiError } from "./errors";
import type { PageAnswer, PageRoute, PageStream } from "./route";
import { createRouter, type Match } from "./router";

export type Pages = {
  match(method: string, path: string): Match<PageRoute> | undefined;
  answer(match: Match<PageRoute>, incoming: Incoming, response: ServerResponse): Promise<void>;
};

/** Pages, scripts, and the control side, which is guarded: everything but ProcessOut's JSON API. */
export function createPages(engine: Engine, routes: readonly PageRoute[]): Pages {
  const router = createRouter(routes);
  return {
    match: (method, path) => router.match(method === "HEAD" ? "GET" : method, path),
    async answer({ found, path }, incoming, response) {
      const { headers, query, baseUrl } = incoming;
      if (found.path.startsWith("/_sandbox") && !isAllowedOnControlSide(engine.options, headers, baseUrl)) {
        return send(
          response,
          incoming,
          refusal(403, "The control side does not answer pages of other sites."),
        );
      }
      try {
        const body = parseBody(headers["content-type"] ?? "", incoming.bytes);
        const answer = await found.handle({ ...engine, path, query, headers, baseUrl, body });
        if ("stream" in answer) stream(response, answer);
        else send(response, incoming, answer);
      } catch (error) {
        if (!(error instanceof ApiError)) console.error(`${incoming.method} ${incoming.path} failed:`, error);
        const known = error instanceof ApiError;
        send(
          response,
          incoming,
          known ? { status: error.status, content: error.body } : refusal(500, "The sandbox failed."),
        );
      }
    },
  };
}

const refusal = (status: number, message: string): PageAnswer => ({
  status,
  content: { success: false, error_type: "request.bad-format", message },
});

function send(
  response: ServerResponse,
  { method }: Incoming,
  { status = 200, headers, content, type }: PageAnswer,
) {
  if (response.destroyed) return;
  const isData = typeof content === "object" && !(content instanceof Uint8Array);
  const bytes = isData ? JSON.stringify(content) : content;
  response.writeHead(status, {
    "Content-Type": type ?? (isData ? "application/json; charset=utf-8" : "text/html; charset=utf-8"),
    "Content-Length": Buffer.byteLength(bytes),
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    ...headers,
  });
  response.end(method === "HEAD" ? undefined : bytes);
}

const HEARTBEAT_MS = 15_000;

function stream(response: ServerResponse, { stream: start, type }: PageStream) {
  response.writeHead(200, { "Content-Type": type, "Cache-Control": "no-store", "X-Accel-Buffering": "no" });
  response.flushHeaders();
  const stop = start((chunk) => response.write(chunk));
  const beat = setInterval(() => response.write(":\n\n"), HEARTBEAT_MS);
  response.once("close", () => {
    clearInterval(beat);
    stop();
  });
}
