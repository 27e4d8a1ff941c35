/**
 * Where to go after signing in: always a path of this app. Another origin, a scheme such as `javascript:`, `//host`, a
 * backslash (browsers read it as a slash) and the sign-in pages themselves all become `fallback`.
 */
export function safePath(asked: string | null | undefined, origin: string, fallback = "/"): string {
  if (!asked || /[\\\s]/.test(asked) || !URL.canParse(asked, origin)) return fallback;
  const url = new URL(asked, origin);
  if (url.origin !== origin || url.pathname.startsWith("//")) return fallback;
  if (/^\/(sign-in|api)(\/|$)/.test(url.pathname)) return fallback;
  return `${url.pathname}${url.search}${url.hash}`;
}

/** The sign-in page, with the path to return to. `isAgain` shows it to who is signed in, if that was too long ago. */
export function signInPath(returnTo: string | null, { isAgain = false } = {}): string {
  const query = new URLSearchParams(returnTo && returnTo !== "/" ? { callbackUrl: returnTo } : {});
  if (isAgain) query.set("again", "");
  return query.size > 0 ? `/sign-in?${query}` : "/sign-in";
}

/** The request header in which `proxy.ts` tells a page its own path and query. It overwrites what a browser sends. */
export const PATH_HEADER = "x-page-path";
