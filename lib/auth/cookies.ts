import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { CookiesOptions } from "next-auth";
import { decode, encode } from "next-auth/jwt";
import { env } from "@/lib/platform/env";

/** next-auth's two cookies, read and written by this app itself. Names, values and secrets are next-auth's (version 4). */

const FIFTEEN_MINUTES = 15 * 60;
const THIRTY_DAYS = 30 * 24 * 60 * 60;
export const SESSION_MAX_AGE_SECONDS = THIRTY_DAYS;

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

/** The content of the session cookie: the user, and the epoch in which they signed in. The rest is read from the row. */
export type SessionClaims = { userId: string; epoch: number };

/** The session cookie's value for these claims, as next-auth writes it. Tests sign in with it. */
export const sealSession = ({ userId, epoch }: SessionClaims) =>
  encode({ token: { sub: userId, epoch }, secret: env().NEXTAUTH_SECRET, maxAge: SESSION_MAX_AGE_SECONDS });

/** Null for everything that is not a session of this app: tampered with, expired, or sealed with another secret. */
export async function openSession(value: string | undefined): Promise<SessionClaims | null> {
  if (!value) return null;
  const claims = await decode({ token: value, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  if (!claims?.sub || typeof claims.epoch !== "number") return null;
  return { userId: claims.sub, epoch: claims.epoch };
}

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
