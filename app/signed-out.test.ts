import { readdirSync } from "node:fs";
import path from "node:path";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { sealSession, sessionCookieName } from "@/lib/auth/cookies";
import { idle, RENDERED_FOR } from "@/lib/platform/form-state";

const { jar } = vi.hoisted(() => ({ jar: new Map<string, string>() }));
vi.mock("server-only", () => ({}));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => jar.has(name) && { name, value: jar.get(name) } }),
  headers: async () => new Headers(),
}));
vi.mock("@/lib/auth/sessions", () => ({
  touchSession: async () => ({ id: "session-2", userId: "user-2", role: "shopper", signedInAt: new Date() }),
}));

const ENVIRONMENT = {
  LOG_LEVEL: "silent",
  DATABASE_URL: "postgresql://localhost:1/none",
  NEXTAUTH_URL: "http://localhost:3000",
  NEXTAUTH_SECRET: "a secret of more than thirty-two characters",
  PROCESSOUT_PROJECT_ID: "test-proj_1",
  PROCESSOUT_PRIVATE_KEY: "key_sandbox_1",
};
beforeAll(() => {
  for (const [name, value] of Object.entries(ENVIRONMENT)) vi.stubEnv(name, value);
});
beforeEach(() => jar.clear());

/** Found by their place, so that a new one is tested without being named here. The demo's need no account. */
const listFiles = (name: string) =>
  readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === name && !file.includes("(demo)"))
    .sort();

type Action = (...sent: unknown[]) => Promise<unknown>;

/** The answers to a press on a page that was rendered for user-1: as a form sends it, as a call, and as a bound call. */
async function press(action: Action) {
  const form = new FormData();
  form.set(RENDERED_FOR, "user-1");
  const input = { orderRef: "order-1", id: "payment-1", code: "card.declined" };
  const sent = [
    [idle, form],
    [input, "user-1"],
    [input, input, "user-1"],
  ];
  const answers = await Promise.allSettled(sent.map((each) => action(...each)));
  return answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []));
}

describe.each(listFiles("actions.ts"))("the actions of %s", (file) => {
  let actions: [name: string, action: Action][];
  beforeAll(async () => {
    actions = Object.entries(await import(path.resolve("app", file)));
  });

  test("answer a press of a visitor on a page of an account with `signed-out`", async () => {
    for (const [name, action] of actions) {
      expect(await press(action), name).toContainEqual(
        expect.objectContaining({
          status: "failed",
          code: "signed-out",
          message: expect.stringMatching(/sign in/i),
        }),
      );
    }
  });

  test("answer a press of another account than the page's with `other-user`", async () => {
    jar.set(sessionCookieName(), await sealSession("session-2"));
    for (const [name, action] of actions) {
      expect(await press(action), name).toContainEqual(
        expect.objectContaining({ status: "failed", code: "other-user" }),
      );
    }
  });
});

type Handler = (request: Request, context: object) => Promise<Response>;

test("every route of the mobile API answers a request without a bearer token with `signed-out`", async () => {
  const files = listFiles("route.ts").filter((file) => file.startsWith("api/mobile/"));
  expect(files).toContain("api/mobile/cards/[id]/finish/route.ts");
  for (const file of files) {
    const methods: [string, Handler][] = Object.entries(await import(path.resolve("app", file)));
    for (const [method, handler] of methods) {
      const request = new Request("http://localhost:3000/api/mobile", { method });
      const context = { params: Promise.resolve({ id: "card-1" }) };
      const response = await handler(request, context);
      expect(response.status, `${method} ${file}`).toBe(401);
      expect(await response.json()).toMatchObject({ error: { code: "signed-out" } });
    }
  }
});
