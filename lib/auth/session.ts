import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { signInPath } from "./callback-url";
import { csrfCookieName, readCsrfCookie } from "./csrf";
import { PATH_HEADER } from "./path-header";
import { openSession, sessionCookieName } from "./session-cookie";
import { getSessionUser } from "./users";
import { makeViewer, type Viewer } from "./viewer";

/** Who is signed in, with what the header draws. Anything more is read from the data layer with it as the viewer. */
export type SignedInUser = Viewer & {
  readonly email: string;
  readonly name: string | null;
  readonly role: "shopper" | "staff";
};

/**
 * The signed-in user, or null. The row is read once a request: a session outlives its user's row and a forced
 * sign-out, so a missing row or another epoch means signed out, never an error.
 */
export const getUser = cache(async (): Promise<SignedInUser | null> => {
  const claims = await openSession((await cookies()).get(sessionCookieName())?.value);
  const row = claims && (await getSessionUser(claims.userId));
  if (!row || row.sessionEpoch !== claims.epoch) return null;
  return { ...makeViewer(row.id), email: row.email, name: row.name, role: row.role };
});

/** The signed-in user; a visitor is sent to sign in and comes back to the page they asked for. */
export async function requireUser(): Promise<SignedInUser> {
  const user = await getUser();
  if (!user) redirect(signInPath((await headers()).get(PATH_HEADER)));
  return user;
}

/** What next-auth's forms must post back. Empty only when a browser keeps no cookies, and then nothing signs in. */
export async function getCsrfToken(): Promise<string> {
  return readCsrfCookie((await cookies()).get(csrfCookieName())?.value) ?? "";
}
