import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Any page may call the API, as processout.js does from a merchant's page: no cookies are involved. `*` alone
 * does not cover Authorization, so a preflight names the headers (browser-client.md §5.1).
 */
export const apiCors = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers":
    "X-ProcessOut-Client-Secret, X-Sandbox-Warning, X-RateLimit, X-RateLimit-Remaining, Retry-After",
} as const;

const ALLOWED =
  "Authorization, API-Version, Content-Type, Disable-Logging, Idempotency-Key, X-ProcessOut-JS-Version, X-ProcessOut-Client-Secret";

export function preflight(request: IncomingMessage, response: ServerResponse) {
  const asked = request.headers["access-control-request-headers"];
  response.writeHead(204, {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, POST, PUT, DELETE, OPTIONS",
    "Access-Control-Allow-Headers": asked && /^[\w\s,-]+$/.test(asked) ? `${ALLOWED}, ${asked}` : ALLOWED,
    "Access-Control-Allow-Private-Network": "true",
    "Access-Control-Max-Age": "600",
  });
  response.end();
}
