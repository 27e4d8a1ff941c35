import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/platform/env";
import { isSecure } from "./session-cookie";

/**
 * next-auth's double-submit cookie, `token|sha256(token + secret)`. next-auth makes it when its own pages or
 * script ask for it; our sign-in form is plain HTML, so `proxy.ts` makes it with the page's first answer.
 */
export const csrfCookieName = () => `${isSecure() ? "__Host-" : ""}next-auth.csrf-token`;

const hash = (token: string) => createHash("sha256").update(`${token}${env().NEXTAUTH_SECRET}`).digest("hex");

export function mintCsrfCookie(): string {
  const token = randomBytes(32).toString("hex");
  return `${token}|${hash(token)}`;
}

/** The token inside the cookie, or null when the cookie is absent or was not made with our secret. */
export function readCsrfCookie(value: string | undefined): string | null {
  const [token = "", given = ""] = value?.split("|") ?? [];
  const expected = hash(token);
  if (given.length !== expected.length) return null;
  return timingSafeEqual(Buffer.from(given), Buffer.from(expected)) ? token : null;
}
