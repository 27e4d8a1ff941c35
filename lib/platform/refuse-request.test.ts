import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { refuseRequest } from "./refuse-request";

const ORIGIN = "https://shop.example";
const ACTION = { "next-action": "7f00", host: "shop.example", origin: ORIGIN };

const variables = {
  DATABASE_URL: "postgresql://localhost/shop",
  NEXTAUTH_URL: ORIGIN,
  NEXTAUTH_SECRET: "a secret of more than thirty-two characters",
  PROCESSOUT_PROJECT_ID: "test-proj_1",
  PROCESSOUT_PRIVATE_KEY: "key_sandbox_1",
};
beforeAll(() => {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
});
afterAll(() => vi.unstubAllEnvs());

async function statusOf(path: string, init: RequestInit = {}) {
  const headers = new Headers(init.headers);
  if (typeof init.body === "string") headers.set("content-length", `${init.body.length}`);
  return (
    (await refuseRequest(new Request(`${ORIGIN}${path}`, { ...init, headers })))?.status ?? "let through"
  );
}

const call = (body: string, headers = {}) =>
  statusOf("/cards", { method: "POST", body, headers: { ...ACTION, ...headers } });

function submit(fields: Record<string, string>, headers: Record<string, string> = ACTION) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return statusOf("/cards", { method: "POST", body: form, headers });
}

describe("addresses and methods", () => {
  test.each(["/cards?page=1.5", "/?q=%E5%B1%B1%0A", "/products/a%20b", "/?next=%25"])(
    "%s is let through",
    async (path) => expect(await statusOf(path)).toBe("let through"),
  );

  test.each([
    "/orders/%00",
    "/office?q=a%00b",
    "/orders/%E0%A4%A",
    "/?q=%1b",
    "/office/customers?q=4242+4242+4242+4242",
  ])("%s is refused", async (path) => expect(await statusOf(path)).toBe(400));

  test("a method that no route has is refused", async () =>
    expect(await statusOf("/cards", { method: "PROPFIND" })).toBe(405));
});

describe("bodies", () => {
  test("a body is refused by its declared length, without being read", async () => {
    const body = new ReadableStream(
      { pull: () => expect.unreachable("the body was read") },
      { highWaterMark: 0 },
    );
    const long = {
      method: "POST",
      body,
      duplex: "half",
      headers: { "content-length": "3000000" },
    } as RequestInit;
    expect(await statusOf("/api/mobile/cards", long)).toBe(413);
  });

  test("a body without a declared length is refused, unless its route stops reading at a limit", async () => {
    const chunked = { method: "POST", headers: { "transfer-encoding": "chunked" } };
    expect(await statusOf("/api/auth/signout", chunked)).toBe(411);
    expect(await statusOf("/api/webhooks/processout/x", chunked)).toBe("let through");
  });
});

describe("arguments of server actions", () => {
  test.each(['[{"id":"c1","makeDefault":true}]', '[{"a":"$undefined"},"$$5 off"]', "[]", '[null,[["x"]]]'])(
    "%s is let through",
    async (body) => expect(await call(body)).toBe("let through"),
  );

  test.each([
    ...["", "{", "1", "{}", '["$0"]', '["$@0"]', '["$1:constructor"]', '["$F1"]', '["$Q1"]', '["$B1"]'],
    `${"[".repeat(20_000)}${"]".repeat(20_000)}`,
  ])("%.20s is refused", async (body) => expect(await call(body)).toBe(400));

  test("a submitted form is let through, with the script and without it", async () => {
    expect(await submit({ "0": '[{"status":"idle"},"$K1"]', _1_name: "$Ada" })).toBe("let through");
    const plain = { host: "shop.example", origin: ORIGIN };
    const action = {
      $ACTION_REF_1: "",
      "$ACTION_1:0": '{"id":"7f00","bound":"$@1"}',
      "$ACTION_1:1": '[{"status":"idle"}]',
    };
    expect(await submit({ ...action, $ACTION_KEY: "k1", name: "$0" }, plain)).toBe("let through");
    expect(await submit({ $ACTION_ID_7f00: "", name: "Ada" }, plain)).toBe("let through");
  });

  test("a form whose parts refer to each other, are missing or are too many is refused", async () => {
    expect(await submit({ "0": '["$@1"]', "1": '["$@0"]' })).toBe(400);
    expect(await submit({ _1_name: "Ada" })).toBe(400);
    expect(await submit({ $ACTION_REF_1: "" }, { host: "shop.example" })).toBe(400);
    expect(await submit({ "$ACTION_1:0": '{"id":"7f00","bound":"$@1"}' }, { host: "shop.example" })).toBe(
      400,
    );
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`_1_${index}`, ""]));
    expect(await submit({ "0": '["$K1"]', ...many })).toBe(400);
  });

  test.each(["https://evil.example", "null", "not a url"])(
    "an action called from %s is refused",
    async (origin) => expect(await call("[]", { origin })).toBe(403),
  );
});
