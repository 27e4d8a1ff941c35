import { demoPort } from "@/lib/platform/demo-port";
import { env } from "@/lib/platform/env";

/**
 * Where to send a page that was opened on 127.0.0.1, or null. In the demo that address belongs to the sandbox and the
 * app is `localhost`: cookies ignore ports, so a session created on 127.0.0.1 would be sent to the sandbox too, and
 * the content security policy would refuse the sign-in form.
 */
export function localhostAddress(request: Request): URL | null {
  const host = request.headers.get("host") ?? "";
  if (!demoPort() || request.method !== "GET" || !/^(127\.|\[::1\])/.test(host)) return null;
  const { pathname, search } = new URL(request.url);
  const address = new URL(pathname + search, env().NEXTAUTH_URL);
  return address.host === host || pathname.startsWith("/api/") ? null : address;
}
