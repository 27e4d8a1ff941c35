import { type NextRequest, NextResponse } from "next/server";
import { createCsrfCookie, csrfCookieName, isSecure, readCsrfCookie } from "@/lib/auth/cookies";
import { PATH_HEADER } from "@/lib/auth/return-path";
import { localhostAddress } from "@/lib/demo/localhost"; // eject: demo
import { contentSecurityPolicy } from "@/lib/platform/content-security-policy";
import { env } from "@/lib/platform/env";
import { refuseRequest } from "@/lib/platform/refuse-request";
import { securityHeaders } from "@/lib/platform/security-headers";

/**
 * Runs before every page, route and static file, and gives every response the security headers. Refuses malformed requests;
 * what another site posts to a page continues as GET. Sets the content security policy with a fresh nonce, the CSRF cookie
 * that next-auth's forms need, and a request header with the page's own path, for redirects to sign-in.
 */
export async function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl;
  const response = isStatic(pathname) ? NextResponse.next() : await respond(request);
  const headers = securityHeaders({ path: pathname, isSecure: isSecure() });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

const isStatic = (path: string) =>
  path.startsWith("/_next/") || path === "/icon.svg" || path === "/favicon.ico";

async function respond(request: NextRequest): Promise<Response> {
  const localhost = localhostAddress(request); // eject: demo
  if (localhost) return NextResponse.redirect(localhost, 307); // eject: demo

  const { pathname, search } = request.nextUrl;
  if (isPostFromAnotherSite(request)) {
    return NextResponse.redirect(`${new URL(env().NEXTAUTH_URL).origin}${pathname}${search}`, 303);
  }
  const refusal = await refuseRequest(request);
  if (refusal) return refusal;
  const policy = policyFor(pathname);
  const headers = new Headers(request.headers);
  // A proxy in front may call this server by another name, and Next accepts an action only from the name it was called by.
  const address = new URL(env().NEXTAUTH_URL);
  if (headers.get("origin") === address.origin) headers.set("X-Forwarded-Host", address.host);
  headers.set(PATH_HEADER, pathname + search);
  // Next reads the nonce for its own scripts from the policy on the request.
  headers.set("Content-Security-Policy", policy);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  if (!pathname.startsWith("/api/") && isDocument(request)) ensureCsrfCookie(request, response);
  return response;
}

/**
 * Whether another site's form posted to a page: some banks return the shopper so after 3-D Secure. The browser then sends no
 * `Lax` cookie, and Next takes the form for a server action. The page is asked for again with GET, to which the cookie belongs.
 */
function isPostFromAnotherSite({ method, headers, nextUrl }: NextRequest) {
  if (method !== "POST" || nextUrl.pathname.startsWith("/api/")) return false;
  // Sent by browsers with every request, and by no page's choice. An older browser sends `Origin` alone.
  const site = headers.get("sec-fetch-site");
  if (site) return site !== "same-origin";
  return headers.get("origin") !== new URL(env().NEXTAUTH_URL).origin;
}

/**
 * Whether the browser loads a whole page. A page that it prefetches must not set the CSRF cookie: of two responses on their
 * way at once the later one would replace the token that the other has written into its form.
 */
const isDocument = ({ headers }: NextRequest) => (headers.get("sec-fetch-dest") ?? "document") === "document";

/** Skipped for API routes: next-auth's own read and write the cookie themselves. */
function ensureCsrfCookie(request: NextRequest, response: NextResponse) {
  const name = csrfCookieName();
  if (readCsrfCookie(request.cookies.get(name)?.value) !== null) return;
  response.cookies.set(name, createCsrfCookie(), {
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
