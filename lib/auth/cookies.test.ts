import { decode } from "next-auth/jwt";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const variables = {
  DATABASE_URL: "postgresql://localhost/shop",
  NEXTAUTH_URL: "http://localhost:3000",
  NEXTAUTH_SECRET: "a secret of more than thirty-two characters",
  PROCESSOUT_PROJECT_ID: "test-proj_1",
  PROCESSOUT_PRIVATE_KEY: "key_sandbox_1",
};

/** Loads the module again under these variables: a process reads its environment once. */
async function load(more: Partial<typeof variables> = {}) {
  vi.resetModules();
  for (const [name, value] of Object.entries({ ...variables, ...more })) vi.stubEnv(name, value);
  return import("./cookies");
}

beforeEach(() => vi.unstubAllEnvs());
afterEach(() => vi.unstubAllEnvs());

test("a sealed session opens to its id, and tells next-auth no user", async () => {
  const { sealSession, openSession } = await load();
  const sealed = await sealSession("session-1");
  expect(await openSession(sealed)).toBe("session-1");
  expect(await decode({ token: sealed, secret: variables.NEXTAUTH_SECRET })).not.toHaveProperty("sub");
});

test("a cookie that this app did not seal opens no session", async () => {
  const { sealSession, openSession } = await load();
  const sealed = await sealSession("session-1");
  expect(await openSession(undefined)).toBeNull();
  expect(await openSession("")).toBeNull();
  expect(await openSession("not.a.token")).toBeNull();
  expect(await openSession(`${sealed.slice(0, -2)}xx`)).toBeNull();

  const other = await load({ NEXTAUTH_SECRET: "another secret of more than thirty-two characters" });
  expect(await other.openSession(sealed)).toBeNull();
});

test("on https the cookies carry the prefixes that bind them to https", async () => {
  const http = await load();
  expect([http.isSecure(), http.sessionCookieName()]).toEqual([false, "3000.next-auth.session-token"]);
  const https = await load({ NEXTAUTH_URL: "https://shop.example" });
  expect([https.isSecure(), https.sessionCookieName()]).toEqual([true, "__Secure-next-auth.session-token"]);
  expect(https.csrfCookieName()).toBe("__Host-next-auth.csrf-token");
});

test("a CSRF cookie is accepted only if our secret made it", async () => {
  const { createCsrfCookie, readCsrfCookie } = await load();
  const cookie = createCsrfCookie();
  expect(readCsrfCookie(cookie)).toBe(cookie.split("|")[0]);
  expect(readCsrfCookie(undefined)).toBeNull();
  expect(readCsrfCookie("token")).toBeNull();
  expect(readCsrfCookie(cookie.replace(/^./, "x"))).toBeNull();
});

test("two shops on one host have cookies of different names, next-auth's own included", async () => {
  const namesAt = async (address: string) => {
    const { nextAuthCookies, cookieName } = await load({ NEXTAUTH_URL: address });
    return [cookieName("cart"), ...Object.values(nextAuthCookies()).map(({ name }) => name)];
  };
  const [first, second] = [await namesAt("http://localhost:3000"), await namesAt("http://localhost:3001")];
  expect(first).toHaveLength(7);
  expect(first.filter((name) => second.includes(name))).toEqual([]);
});

test("a CSRF cookie of any bytes is not ours, and is no error", async () => {
  const { readCsrfCookie } = await load();
  for (const value of ["", "|", "a", `a|${"é".repeat(64)}`, `${"é".repeat(64)}|${"é".repeat(32)}`, "a|b|c"]) {
    expect(readCsrfCookie(value)).toBeNull();
  }
});
