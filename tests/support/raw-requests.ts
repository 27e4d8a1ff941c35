import { readFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { env } from "@/lib/platform/env";

// The routes and actions of the build, and requests to them as bytes: no browser or `fetch` sends what these send.

export type RawRequest = {
  path: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** For the message of a failed test. */
  name?: string;
};

type Manifest = { node: Record<string, { exportedName: string; workers: Record<string, unknown> }> };

const readBuild = <Shape>(file: string) =>
  JSON.parse(readFileSync(path.join(".next", file), "utf8")) as Shape;

/** The paths of all pages and routes, with their parameters as `[id]`. */
export const listRoutes = () => [
  ...new Set(Object.values(readBuild<Record<string, string>>("app-path-routes-manifest.json"))),
];

/** All server actions, each with the path of a page that has it. */
export function listActions() {
  const routes = readBuild<Record<string, string>>("app-path-routes-manifest.json");
  const { node } = readBuild<Manifest>("server/server-reference-manifest.json");
  return Object.entries(node).map(([id, { exportedName, workers }]) => {
    const page = Object.keys(workers)[0] ?? "";
    return { id, name: exportedName, path: fill(routes[page.replace(/^app/, "")] ?? "/", "x") };
  });
}

/** A path with every parameter replaced. */
export const fill = (route: string, value: string) => route.replaceAll(/\[[^\]]+\]/g, () => value);

const ANSWER_LIMIT_MS = 10_000;
const SEND_LIMIT_MS = 40_000;
const AT_ONCE = 8;

/**
 * Sends them, and describes each that was answered with 5xx, not at all, or with a page that failed while it was sent.
 * Stops in time to say so before the test's own limit.
 */
export async function sendAll(requests: RawRequest[]): Promise<string[]> {
  const failures: string[] = [];
  const queue = [...requests];
  const stopAt = performance.now() + SEND_LIMIT_MS;
  const sendNext = async () => {
    while (performance.now() < stopAt) {
      const request = queue.shift();
      if (!request) return;
      const problem = await send(request);
      const { method = "GET", name = "", headers, path: address } = request;
      if (problem)
        failures.push(
          [problem, method, address.slice(0, 80), name, JSON.stringify(headers).slice(-200)].join(" "),
        );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sendNext));
  return queue.length === 0
    ? failures
    : [...failures, `${queue.length} of ${requests.length} were not sent in time`];
}

/** Not `fetch`, which refuses to send many of these. */
function send({ path: address, method = "GET", headers, body }: RawRequest): Promise<string | undefined> {
  const { hostname, port, origin } = new URL(env().NEXTAUTH_URL);
  const all = { Origin: origin, ...headers };
  return new Promise((resolve) => {
    const request = http.request(
      { hostname, port, path: address, method, headers: all, agent },
      (response) => {
        let answer = "";
        response.setEncoding("utf8").on("data", (chunk) => {
          answer += chunk;
        });
        response.on("error", () => resolve(undefined));
        response.on("end", () => {
          const status = response.statusCode ?? 0;
          // The digest of an error that is not a redirect or a "not found".
          const isBroken = /"digest":"\d|data-dgst="\d/.test(answer);
          resolve(status >= 500 || isBroken ? `${status}` : undefined);
        });
      },
    );
    request.setTimeout(ANSWER_LIMIT_MS, () => {
      resolve("no answer");
      request.destroy();
    });
    // A connection that the server closes while it refuses a long body.
    request.on("error", () => resolve(undefined));
    request.end(body);
  });
}

const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE });
