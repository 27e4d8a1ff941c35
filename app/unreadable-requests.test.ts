import { once } from "node:events";
import http, { type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { repairUnreadableRequests } from "./unreadable-requests";

const server = http.createServer((request, response) => {
  response.end(JSON.stringify([request.method, request.headers["next-router-state-tree"] ?? null]));
});

beforeAll(async () => {
  repairUnreadableRequests();
  await once(server.listen(0, "127.0.0.1"), "listening");
});
afterAll(() => server.close());

async function receive(options: http.RequestOptions): Promise<unknown> {
  const { port } = server.address() as AddressInfo;
  const request = http.request({ port, host: "127.0.0.1", ...options }).end();
  const [response] = (await once(request, "response")) as [IncomingMessage];
  const body = await response.setEncoding("utf8").toArray();
  return JSON.parse(body.join(""));
}

const readable = encodeURIComponent(JSON.stringify(["", { children: ["cards", {}] }, null, "refetch"]));

test("TRACE becomes a method that no page has, and other methods stay", async () => {
  expect(await receive({ method: "TRACE" })).toEqual(["UNSUPPORTED", null]);
  expect(await receive({ method: "DELETE" })).toEqual(["DELETE", null]);
});

test.each(["%", "{", "[]", "null", "%5B1%5D", "é"])("the router state %s is left out", async (state) => {
  expect(await receive({ headers: { "Next-Router-State-Tree": state } })).toEqual(["GET", null]);
});

test("a router state as the router of Next.js sends it stays", async () => {
  expect(await receive({ headers: { "Next-Router-State-Tree": readable } })).toEqual(["GET", readable]);
});
