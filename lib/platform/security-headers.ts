import { framesAnyBank } from "./content-security-policy";

type Options = { path: string; isSecure: boolean };

/**
 * The headers of every response, those of static files too. Only pages with 3-D Secure let frames ask for a payment or a
 * passkey: the challenge is ProcessOut's page or the bank's own, and any bank may be named.
 */
export function securityHeaders({ path, isSecure }: Options): Record<string, string> {
  const frames = framesAnyBank(path) ? "*" : "()";
  return {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": `camera=(), geolocation=(), microphone=(), payment=${frames}, publickey-credentials-get=${frames}`,
    "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
    ...(isSecure && { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" }),
  };
}
