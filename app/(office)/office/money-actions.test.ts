import { readdirSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, test, vi } from "vitest";
import { sealSession, sessionCookieName } from "@/lib/auth/cookies";
import { mustSignInAgain } from "@/lib/auth/staff";
import { MINUTE_MS } from "@/lib/platform/durations";
import { idle } from "@/lib/platform/form-state";

const { jar, session } = vi.hoisted(() => ({
  jar: new Map<string, string>(),
  session: {
    id: "session-1",
    userId: "user-1",
    role: "staff",
    email: "kit@example.com",
    signedInAt: new Date(),
  },
}));
vi.mock("server-only", () => ({}));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => jar.has(name) && { name, value: jar.get(name) } }),
  headers: async () => new Headers(),
}));
vi.mock("@/lib/auth/sessions", () => ({ touchSession: async () => session }));

const ENVIRONMENT = {
  LOG_LEVEL: "silent",
  DATABASE_URL: "postgresql://localhost:1/none",
  NEXTAUTH_URL: "http://localhost:3000",
  NEXTAUTH_SECRET: "a secret of more than thirty-two characters",
  PROCESSOUT_PROJECT_ID: "test-proj_1",
  PROCESSOUT_PRIVATE_KEY: "key_sandbox_1",
};
beforeAll(async () => {
  for (const [name, value] of Object.entries(ENVIRONMENT)) vi.stubEnv(name, value);
  jar.set(sessionCookieName(), await sealSession(session.id));
});

/** These move no money. */
const OTHERS = ["resendMail"];
const OFFICE = path.resolve("app/(office)");

async function listMoneyActions() {
  const files = readdirSync(OFFICE, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith("actions.ts"),
  );
  const modules = await Promise.all(files.map((file) => import(path.join(OFFICE, file))));
  return modules.flatMap(Object.entries).filter(([name]) => !OTHERS.includes(name));
}

const signedInAgo = (minutes: number) => {
  session.signedInAt = new Date(Date.now() - minutes * MINUTE_MS);
};

test("staff who signed in more than 15 minutes ago sign in again before any action that moves money", async () => {
  const actions = await listMoneyActions();
  expect(actions.map(([name]) => name)).toEqual(expect.arrayContaining(["refund", "voidAuthorization"]));
  signedInAgo(15);
  for (const [name, action] of actions) {
    expect(await action(idle, new FormData()), name).toMatchObject({
      status: "failed",
      code: "sign-in.too-old",
    });
  }
  signedInAgo(14);
  for (const [name, action] of actions) {
    expect(await action(idle, new FormData()), name).toMatchObject({ status: "invalid" });
  }
});

test("the sign-in page asks staff again only if they were sent for it and signed in too long ago", () => {
  const isAskedAfter = (minutes: number, isAsked: boolean, role: "staff" | "shopper" = "staff") => {
    signedInAgo(minutes);
    return mustSignInAgain({ ...session, role }, { isAsked });
  };
  expect(isAskedAfter(15, true)).toBe(true);
  expect(isAskedAfter(14, true)).toBe(false);
  expect(isAskedAfter(15, false)).toBe(false);
  expect(isAskedAfter(15, true, "shopper")).toBe(false);
});
