import type { PageRoute } from "../route";

const limitOf = (raw: string | null) => Math.min(Math.max(Number(raw) || 100, 1), 1000);

/** The last API requests, newest first, and a stream of the ones to come. */
export const requestControl: PageRoute[] = [
  {
    method: "GET",
    path: "/_sandbox/requests",
    handle: ({ requests, query }) => ({
      content: { requests: requests.list(limitOf(query.get("limit")), query.get("path") ?? undefined) },
    }),
  },
  {
    method: "GET",
    path: "/_sandbox/requests/stream",
    handle: ({ requests }) => ({
      type: "text/event-stream",
      stream: (write) => requests.subscribe((entry) => write(`data: ${JSON.stringify(entry)}\n\n`)),
    }),
  },
];
