import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state";

/**
 * Two kinds of request make Next.js fail with an error 500 before `proxy.ts` runs. Node.js announces each request on this
 * channel before it calls Next.js, so both are changed there into what the proxy and the pages can answer. For each request
 * of every HTTP server of this process; call it once.
 */
export function repairUnreadableRequests(): void {
  subscribe("http.server.request.start", (message) => repair((message as Started).request));
}

type Started = { request: IncomingMessage };

/** TRACE gets a method that `refuseRequest` answers with 405; a page's state that cannot be read is left out. */
function repair(request: IncomingMessage): void {
  // The Fetch standard forbids this method in a `Request`.
  if (request.method === "TRACE") request.method = "UNSUPPORTED";
  if (!isReadableState(request.headers[STATE])) delete request.headers[STATE];
}

/** What the router of Next.js has on screen. Without it Next.js renders the whole page. */
const STATE = "next-router-state-tree";

function isReadableState(header: string | string[] | undefined): boolean {
  try {
    parseAndValidateFlightRouterState(header);
    return true;
  } catch {
    return false;
  }
}
