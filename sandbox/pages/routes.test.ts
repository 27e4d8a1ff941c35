import { afterAll, beforeAll, expect, test } from "vitest";
import { createSandbox, type Sandbox } from "../index";
import { EXAMPLE } from "../test-support/caller";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox();
});
afterAll(() => sandbox.close());

test.each([
  "three-d-s?processoutjs=true&amount=1&currency=EUR&name=Beans&source=card_x",
  "iv_x/three-d-s/redirect/card_x?processoutjs=true",
  "iv_x/redirect/gway_conf_x",
])("%s, which the official script opens, is a page that says Not supported", async (path) => {
  const response = await fetch(`${sandbox.url}/${EXAMPLE.projectId}/${path}`);
  expect(response.status).toBe(400);
  expect(response.headers.get("content-type")).toContain("text/html");
  expect(await response.text()).toContain("Not supported");
});

test("the page of an unknown invoice says that there is none", async () => {
  const response = await fetch(`${sandbox.url}/${EXAMPLE.projectId}/iv_x`);
  expect(await response.text()).toContain("No such invoice");
});
