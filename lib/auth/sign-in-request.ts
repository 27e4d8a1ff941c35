import { readCsrfCookie } from "./cookies";
import { normalizeEmail } from "./email-address";

/**
 * Where a form of e-mail sign-in goes instead of to next-auth, or null: an address that is not one leads back to the
 * sign-in page, and a link is used up only by a press on our own page for it, never by another site or a mail scanner. That
 * page says `again`, for a person whose browser lost the cookie between opening the page and the press.
 */
export function findDetour(
  url: string,
  form: URLSearchParams,
  csrfCookie: string | undefined,
): string | null {
  const { pathname, search } = new URL(url);
  if (pathname.endsWith("/signin/email")) {
    return normalizeEmail(form.get("email") ?? "") ? null : "/sign-in?error=EmailAddress";
  }
  if (!pathname.endsWith("/callback/email")) return null;
  const expected = readCsrfCookie(csrfCookie);
  return expected !== null && form.get("csrfToken") === expected ? null : `/sign-in/confirm${search}&again=1`;
}

/** The page that a link in an e-mail opens, from next-auth's address for that link. */
export function confirmPageOf(callbackUrl: string): string {
  const { origin, search } = new URL(callbackUrl);
  return `${origin}/sign-in/confirm${search}`;
}
