import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { AppError } from "@/lib/platform/errors";
import { getAddressKey } from "./client-address";
import { csrfCookieName, openSession, readCsrfCookie, sessionCookieName } from "./cookies";
import { PATH_HEADER, signInPath } from "./return-path";
import { touchSession } from "./sessions";
import { makeViewer, type Viewer } from "./viewer";

/** The signed-in user, with what the page header shows. Everything else is read by data functions that take the viewer. */
export type SignedInUser = Viewer & {
  readonly email: string;
  readonly name: string | null;
  readonly role: "shopper" | "staff";
  readonly sessionId: string;
  readonly signedInAt: Date;
};

/** The signed-in user, or null. Reads the row of the session and of its user once per request. */
export const getUser = cache(async (): Promise<SignedInUser | null> => {
  const sessionId = await openSession((await cookies()).get(sessionCookieName())?.value);
  const session = sessionId && (await touchSession(sessionId));
  if (!session) return null;
  const { userId, email, name, role, signedInAt } = session;
  return { ...makeViewer(userId, await getAddressKey()), email, name, role, sessionId, signedInAt };
});

/** For pages: the signed-in user. Redirects a visitor to sign in, and back to the requested page afterwards. */
export async function requireUser(): Promise<SignedInUser> {
  const user = await getUser();
  if (!user) redirect(signInPath((await headers()).get(PATH_HEADER)));
  return user;
}

/** For actions: the signed-in user. AppError `signed-out`, or as `requireSamePage`. */
export async function requireSameUser(renderedFor: string | undefined): Promise<SignedInUser> {
  const user = await getUser();
  if (!user) throw signedOut();
  requireSamePage(user, renderedFor);
  return user;
}

/**
 * Refuses a press on a page that was rendered for another account (`renderedFor` is its user's id, empty for a visitor), so
 * that a press does not act for the user who signed in meanwhile in another tab. AppError `signed-out` or `other-user`.
 */
function requireSamePage(viewer: Viewer | null, renderedFor: string | undefined): void {
  if (renderedFor === undefined || renderedFor === (viewer?.userId ?? "")) return;
  throw viewer
    ? new AppError({ code: "other-user", message: "The page was rendered for another account" })
    : signedOut();
}

const signedOut = () => new AppError({ code: "signed-out", message: "No session, or one that has ended" });

/** The token that next-auth's forms post back. Empty only when the browser keeps no cookies; signing in then fails. */
export async function getCsrfToken(): Promise<string> {
  return readCsrfCookie((await cookies()).get(csrfCookieName())?.value) ?? "";
}

export { requireSamePage }; // eject: shop
