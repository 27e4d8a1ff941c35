import { afterAll, beforeAll, expect, test } from "vitest";
import { createSandbox, type Sandbox } from "../../index";
import { apiOrigin, apiOrigins } from "./api-origin";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox();
});
afterAll(() => sandbox.close());

test("a field calls the API on its own origin, or under ProcessOut's own name", () => {
  expect(apiOrigin("127.0.0.1")).toBe("");
  expect(apiOrigin("js.sandbox.localhost")).toBe("");
  expect(apiOrigin("js.processout.com.shop.example")).toBe("");
  expect(apiOrigin("js.processout.com")).toBe("https://api.processout.com");
  expect(apiOrigin("js.processout.ninja")).toBe("https://api.processout.ninja");
});

test("the field's content security policy allows only the API", async () => {
  const { headers } = await fetch(`${sandbox.url}/ccfield.html`);
  expect(headers.get("content-security-policy")).toContain(`connect-src 'self' ${apiOrigins.join(" ")};`);
});
