import { decode, encode } from "next-auth/jwt";
import { env } from "@/lib/platform/env";

/** What the session cookie carries: who, and the epoch the sign-in was made in. Everything else is read fresh. */
export type SessionClaims = { userId: string; epoch: number };

const THIRTY_DAYS = 30 * 24 * 60 * 60;
export const SESSION_MAX_AGE_SECONDS = THIRTY_DAYS;

/** next-auth's own rule: the `__Secure-` prefix on https, plain names on http (localhost). */
export const isSecure = () => env().NEXTAUTH_URL.startsWith("https://");
export const sessionCookieName = () => `${isSecure() ? "__Secure-" : ""}next-auth.session-token`;

/** The cookie's value for these claims, as next-auth writes it. Tests sign in with it. */
export const sealSession = ({ userId, epoch }: SessionClaims) =>
  encode({ token: { sub: userId, epoch }, secret: env().NEXTAUTH_SECRET, maxAge: SESSION_MAX_AGE_SECONDS });

/** Null for anything that is not a session this app made: tampered, expired, or sealed with another secret. */
export async function openSession(value: string | undefined): Promise<SessionClaims | null> {
  if (!value) return null;
  const claims = await decode({ token: value, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  if (!claims?.sub || typeof claims.epoch !== "number") return null;
  return { userId: claims.sub, epoch: claims.epoch };
}
