import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { CookiesOptions } from "next-auth";
import { decode, encode, type JWT } from "next-auth/jwt";
import { env } from "@/lib/platform/env";

/** next-auth's two cookies, read and written by this app itself. Names, values and secrets are next-auth's (version 4). */

const FIFTEEN_MINUTES = 15 * 60;
const DAY_SECONDS = 24 * 60 * 60;

/** How long the session cookie is kept. Its session may end earlier. */
export const sessionMaxAgeSeconds = () => env().SESSION_DAYS * DAY_SECONDS;

export const isSecure = () => env().NEXTAUTH_URL.startsWith("https://");

/** The name of a cookie of this shop. Browsers send cookies to every port of a host: the port keeps two shops on one apart. */
export function cookieName(name: string): string {
  const { port } = new URL(env().NEXTAUTH_URL);
  return port ? `${port}.${name}` : name;
}

/** next-auth's rule: prefixed names on https, plain names on http (localhost). */
const prefixed = (prefix: string, name: string) =>
  (isSecure() ? prefix : "") + cookieName(`next-auth.${name}`);
export const sessionCookieName = () => prefixed("__Secure-", "session-token");
export const csrfCookieName = () => prefixed("__Host-", "csrf-token");

/** All cookies of next-auth under this shop's names, with the options that are next-auth's own. */
export function nextAuthCookies(): Partial<CookiesOptions> {
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() };
  const cookie = (name: string, more = {}) => ({ name, options: { ...options, ...more } });
  return {
    sessionToken: cookie(sessionCookieName()),
    csrfToken: cookie(csrfCookieName()),
    callbackUrl: cookie(prefixed("__Secure-", "callback-url")),
    pkceCodeVerifier: cookie(prefixed("__Secure-", "pkce.code_verifier"), { maxAge: FIFTEEN_MINUTES }),
    state: cookie(prefixed("__Secure-", "state"), { maxAge: FIFTEEN_MINUTES }),
    nonce: cookie(prefixed("__Secure-", "nonce")),
  };
}

/** The session cookie's value for the session of this id, as next-auth writes it. Tests sign in with it. */
export const sealSession = (sessionId: string) =>
  encode({ token: makeClaims(sessionId), secret: env().NEXTAUTH_SECRET, maxAge: sessionMaxAgeSeconds() });

/**
 * The content of the session cookie. Without the user's id as `sub`, from which next-auth would link a new OAuth account to
 * that user: it does not know that a session has ended.
 */
export const makeClaims = (sessionId: string) => ({ sid: sessionId });

/** The id of the session in the cookie. Null for what this app did not seal: tampered with, expired, of another secret. */
export async function openSession(value: string | undefined): Promise<string | null> {
  if (!value) return null;
  const claims = await decode({ token: value, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  return readClaims(claims);
}

export const readClaims = (claims: JWT | null) => (typeof claims?.sid === "string" ? claims.sid : null);

/**
 * A new value for the CSRF cookie: next-auth's double-submit token, `token|sha256(token + secret)`. next-auth sets it
 * when its own pages or script ask for it; our sign-in form is plain HTML, so `proxy.ts` sets it with the first page.
 */
export function createCsrfCookie(): string {
  const token = randomBytes(32).toString("hex");
  return `${token}|${hash(token)}`;
}

/** The token in the CSRF cookie, or null when the cookie is absent or was not made with our secret. */
export function readCsrfCookie(value: string | undefined): string | null {
  const [token = "", given = ""] = value?.split("|") ?? [];
  // A cookie may hold characters of several bytes, and buffers of unequal length cannot be compared.
  const [expected, presented] = [Buffer.from(hash(token)), Buffer.from(given)];
  if (presented.length !== expected.length) return null;
  return timingSafeEqual(presented, expected) ? token : null;
}

const hash = (token: string) => createHash("sha256").update(`${token}${env().NEXTAUTH_SECRET}`).digest("hex");
