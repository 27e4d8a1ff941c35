import { type NextRequest, NextResponse } from "next/server";
import { csrfCookieName, mintCsrfCookie, readCsrfCookie } from "@/lib/auth/csrf";
import { PATH_HEADER } from "@/lib/auth/path-header";
import { isSecure } from "@/lib/auth/session-cookie";
import { contentSecurityPolicy } from "@/lib/platform/content-security-policy";
import { env } from "@/lib/platform/env";

/**
 * Runs before every page: a fresh nonce and the policy that names it, headers a browser should always get, the
 * cookie next-auth's forms need, and the page's own path for those who must send a visitor back to it.
 */
export function proxy(request: NextRequest) {
  const home = canonicalAddress(request);
  if (home) return NextResponse.redirect(home, 307);

  const { pathname, search } = request.nextUrl;
  const policy = policyFor(pathname);
  const headers = new Headers(request.headers);
  headers.set(PATH_HEADER, pathname + search);
  // Next reads the nonce for its own scripts from the policy on the request.
  headers.set("Content-Security-Policy", policy);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of Object.entries(securityHeaders())) response.headers.set(name, value);
  if (!pathname.startsWith("/api/")) ensureCsrfCookie(request, response);
  return response;
}

export const config = { matcher: ["/((?!_next/|icon.svg|favicon.ico).*)"] };

/** Not for next-auth's own routes, which read and write the cookie themselves. */
function ensureCsrfCookie(request: NextRequest, response: NextResponse) {
  const name = csrfCookieName();
  if (readCsrfCookie(request.cookies.get(name)?.value) !== null) return;
  response.cookies.set(name, mintCsrfCookie(), {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: isSecure(),
  });
}

function policyFor(path: string) {
  const { NODE_ENV, PROCESSOUT_API_URL: apiUrl, PROCESSOUT_JS_URL: scriptUrl, GITHUB_ID, GOOGLE_ID } = env();
  const signInOrigins = [GITHUB_ID && "https://github.com", GOOGLE_ID && "https://accounts.google.com"];
  return contentSecurityPolicy({
    nonce: btoa(crypto.randomUUID()),
    path,
    isProduction: NODE_ENV === "production",
    isSecure: isSecure(),
    apiUrl,
    scriptUrl,
    signInOrigins: signInOrigins.filter((origin) => origin !== undefined),
  });
}

const securityHeaders = () => ({
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
  ...(isSecure() && { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" }),
});

/**
 * In the demo, 127.0.0.1 belongs to the sandbox and the app is `localhost`: cookies ignore ports, so a session
 * made on 127.0.0.1 would be sent to the sandbox too, and the sign-in form would be refused by the policy.
 */
function canonicalAddress(request: NextRequest): URL | null {
  const { DEMO, NEXTAUTH_URL } = env();
  const host = request.headers.get("host") ?? "";
  if (!DEMO || request.method !== "GET" || !/^(127\.|\[::1\])/.test(host)) return null;
  const address = new URL(request.nextUrl.pathname + request.nextUrl.search, NEXTAUTH_URL);
  return address.host === host || address.pathname.startsWith("/api/") ? null : address;
}
