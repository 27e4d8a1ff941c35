import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { NextRequest } from "next/server";
import { beforeEach, expect, test, vi } from "vitest";
import { createCsrfCookie, csrfCookieName, openSession, sessionCookieName } from "@/lib/auth/cookies";
import { touchSession } from "@/lib/auth/sessions";
import { sendSignInEmail } from "@/lib/auth/sign-in-email";
import { withTestStack } from "@/tests/support/stack";
import { GET, POST } from "./route";

const { jar, nextHeaders } = vi.hoisted(() => {
  const jar = new Map<string, string>();
  const cookies = {
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    getAll: () => [...jar].map(([name, value]) => ({ name, value })),
  };
  return { jar, nextHeaders: { cookies: async () => cookies, headers: async () => new Headers() } };
});
vi.mock("next/headers", () => nextHeaders);
// next-auth is not bundled here, and requires its own.
Object.assign(createRequire(import.meta.url)("next/headers"), nextHeaders);
vi.mock("@/lib/auth/sign-in-email", async (importOriginal) => ({
  ...(await importOriginal<object>()),
  sendSignInEmail: vi.fn(),
}));

vi.stubEnv("EMAIL_SERVER", "smtp://localhost");
withTestStack();

const ORIGIN = "http://localhost:3000";

beforeEach(() => {
  jar.clear();
  jar.set(csrfCookieName(), createCsrfCookie());
});

function send(method: "GET" | "POST", path: string, fields: Record<string, string> = {}) {
  const { pathname } = new URL(path, ORIGIN);
  const body = method === "POST" ? new URLSearchParams(fields).toString() : null;
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const request = new NextRequest(`${ORIGIN}${path}`, { method, headers, body });
  const context = { params: Promise.resolve({ nextauth: pathname.split("/").slice(3) }) };
  return (method === "GET" ? GET : POST)(request, context);
}

const csrfToken = () => jar.get(csrfCookieName())?.split("|")[0] ?? "";
const locationOf = (response: Response) => response.headers.get("location");
/** Whether the session of a cookie's value lives. */
async function isSignedIn(value: string) {
  const id = await openSession(value);
  return id !== null && (await touchSession(id)) !== null;
}
const sessionOf = (response: Response) =>
  response.headers.getSetCookie().find((cookie) => cookie.startsWith(`${sessionCookieName()}=ey`));

/** The query of the page that the newest link opens. */
async function requestLink(email: string) {
  await send("POST", "/api/auth/signin/email", { email, csrfToken: csrfToken(), callbackUrl: "/profile" });
  const [, link = ""] = vi.mocked(sendSignInEmail).mock.lastCall ?? [];
  expect(link).toMatch(`${ORIGIN}/sign-in/confirm?`);
  return new URL(link).search;
}

test("a link signs in once, by a press, and no request of a mail scanner uses it up", async () => {
  const search = await requestLink(`  New-${randomUUID()}@Example.com`);
  const address = `/api/auth/callback/email${search}`;
  expect((await send("GET", address)).status).toBe(404);
  for (const fields of [{ csrfToken: "" }, { csrfToken: "0".repeat(64) }]) {
    expect(locationOf(await send("POST", address, fields))).toBe(`/sign-in/confirm${search}&again=1`);
  }
  const pressed = await send("POST", address, { csrfToken: csrfToken() });
  expect(locationOf(pressed)).toBe(`${ORIGIN}/profile`);
  expect(sessionOf(pressed)).toBeDefined();
  const again = await send("POST", address, { csrfToken: csrfToken() });
  expect(locationOf(again)).toContain("error=Verification");
  expect(sessionOf(again)).toBeUndefined();
});

/** Signs in with a link and keeps the cookie, as a browser does. Returns its value. */
async function signInWithLink(email = `new-${randomUUID()}@example.com`) {
  const search = await requestLink(email);
  const pressed = await send("POST", `/api/auth/callback/email${search}`, { csrfToken: csrfToken() });
  const value = sessionOf(pressed)?.split(/[=;]/)[1] ?? "";
  jar.set(sessionCookieName(), value);
  return value;
}

test("signing out ends the session on the server, so that a copy of its cookie is refused", async () => {
  const copy = await signInWithLink();
  expect(await isSignedIn(copy)).toBe(true);
  await send("POST", "/api/auth/signout", { csrfToken: "0".repeat(64) });
  expect(await isSignedIn(copy), "another site's request").toBe(true);
  await send("POST", "/api/auth/signout", { csrfToken: csrfToken() });
  expect(await isSignedIn(copy)).toBe(false);
});

test("signing in again ends the browser's earlier session, of whichever account", async () => {
  const first = await signInWithLink();
  const second = await signInWithLink();
  expect([await isSignedIn(first), await isSignedIn(second)]).toEqual([false, true]);
});

test("what is not one address leads back to the sign-in page, and no e-mail is sent", async () => {
  vi.mocked(sendSignInEmail).mockClear();
  for (const email of ["Ada <ada@example.com>", "ada@example.com,eve@example.com", "аda@example.com", ""]) {
    const response = await send("POST", "/api/auth/signin/email", { email, csrfToken: csrfToken() });
    expect(locationOf(response), email).toBe("/sign-in?error=EmailAddress");
  }
  expect(sendSignInEmail).not.toHaveBeenCalled();
});

test("the routes of next-auth that no page of ours uses are not found", async () => {
  for (const path of ["/api/auth/_log", "/api/auth/session"]) {
    expect((await send("POST", path, { level: "error", code: "made up" })).status).toBe(404);
  }
  for (const path of ["/api/auth/session", "/api/auth/csrf", "/api/auth/providers"]) {
    expect((await send("GET", path)).status).toBe(404);
  }
});
