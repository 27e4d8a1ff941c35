import { NextRequest } from "next/server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { proxy } from "./proxy";

const variables = {
  DATABASE_URL: "postgresql://localhost/shop",
  NEXTAUTH_URL: "https://shop.example",
  NEXTAUTH_SECRET: "a secret of more than thirty-two characters",
  PROCESSOUT_PROJECT_ID: "test-proj_1",
  PROCESSOUT_PRIVATE_KEY: "key_sandbox_1",
};
beforeAll(() => {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
});
afterAll(() => vi.unstubAllEnvs());

/** The response to a request that reached the app under its internal address. */
const send = (path: string, headers: Record<string, string>, method = "POST") =>
  proxy(new NextRequest(`http://10.0.0.7:3000${path}`, { method, headers }));

const bank = { "sec-fetch-site": "cross-site", origin: "https://bank.example" };

test.each([
  ["/cards/new?back-from-bank", bank],
  ["/checkout", { origin: "https://bank.example" }],
  ["/orders/1", { origin: "null" }],
  ["/subscriptions/1", {}],
  ["//evil.example/", bank],
])("a POST from another site to %s continues as GET under the public address", async (path, headers) => {
  const response = await send(path, headers);
  expect([response.status, response.headers.get("location")]).toEqual([303, `https://shop.example${path}`]);
});

test.each([
  [
    "a form of this site",
    "/cart",
    { "sec-fetch-site": "same-origin", origin: "https://shop.example" },
    "POST",
  ],
  ["the same from an older browser", "/cart", { origin: "https://shop.example" }, "POST"],
  ["a webhook", "/api/webhooks/processout/secret", {}, "POST"],
  ["a link on another site", "/cards", { "sec-fetch-site": "cross-site" }, "GET"],
])("%s is not redirected", async (_, path, headers, method) => {
  expect((await send(path, headers, method)).headers.get("x-middleware-next")).toBe("1");
});

test.each([
  ["a static file", "/_next/static/chunks/main.js", {}, "GET"],
  ["the icon", "/icon.svg", {}, "GET"],
  ["a page", "/cart", {}, "GET"],
  ["a route", "/api/health", {}, "GET"],
  ["a redirect", "/cards/new", bank, "POST"],
  ["a refusal", "/%ff", {}, "GET"],
])("%s has the security headers", async (_, path, headers, method) => {
  const response = await send(path, headers, method);
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  expect(response.headers.get("strict-transport-security")).toContain("max-age=63072000");
});

test("an action of a page under the public address is one, whatever name a proxy calls this server by", async () => {
  const hostFor = async (origin: string) =>
    (await send("/cart", { "sec-fetch-site": "same-origin", origin, host: "10.0.0.7:3000" })).headers.get(
      "x-middleware-request-x-forwarded-host",
    );
  expect(await hostFor("https://shop.example")).toBe("shop.example");
  expect(await hostFor("https://other.example")).toBeNull();
});

test.each([
  ["a page that is loaded", { "sec-fetch-dest": "document" }, true],
  ["a page that an older browser loads", {}, true],
  ["a page that is prefetched", { "sec-fetch-dest": "empty" }, false],
])("the CSRF cookie of %s", async (_, headers, isSet) => {
  const response = await send("/sign-in", headers, "GET");
  expect((response.headers.get("set-cookie") ?? "").includes("csrf")).toBe(isSet);
});
