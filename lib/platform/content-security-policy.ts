type Options = {
  nonce: string;
  path: string;
  isProduction: boolean;
  isSecure: boolean;
  apiUrl: string;
  scriptUrl: string;
  /** Origins a sign-in form may be sent on to: browsers apply form-action to redirects as well. */
  signInOrigins: string[];
};

/** Pages that run 3-D Secure: the bank's own page is framed, and any bank may be named. */
const BANK_PAGES = [
  /^\/cards\/new\/?$/,
  /^\/cards\/[^/]+\/confirm\/?$/,
  /^\/checkout\/?$/,
  /^\/subscriptions\/[^/]+\/?$/,
];

export const framesAnyBank = (path: string) => BANK_PAGES.some((page) => page.test(path));

/**
 * The policy of one page. What ProcessOut's browser script needs is in its reference: its own origin for the
 * script, the fields and the loader image, the API, the checkout pages, and style *attributes* for its dialog.
 * Next's development server needs eval and inline styles, which production never allows.
 */
export function contentSecurityPolicy(options: Options): string {
  const { nonce, path, isProduction, isSecure, signInOrigins } = options;
  const script = new URL(options.scriptUrl).origin;
  const api = new URL(options.apiUrl).origin;
  const checkout = script.replace("://js.", "://checkout.");
  const eval_ = isProduction ? [] : ["'unsafe-eval'"];
  const styles = isProduction ? [`'nonce-${nonce}'`] : ["'unsafe-inline'"];

  const directives: Record<string, string[]> = {
    "default-src": ["'self'"],
    "script-src": ["'self'", `'nonce-${nonce}'`, script, ...eval_],
    "style-src": ["'self'", ...styles],
    "style-src-attr": ["'unsafe-inline'"],
    "img-src": ["'self'", "data:", script],
    "font-src": ["'self'"],
    "connect-src": ["'self'", api, script],
    "frame-src": [script, checkout, ...(framesAnyBank(path) ? ["https:"] : [])],
    "form-action": ["'self'", ...signInOrigins],
    "frame-ancestors": ["'none'"],
    "base-uri": ["'none'"],
    "object-src": ["'none'"],
    "report-uri": ["/api/csp-reports"],
  };
  if (isSecure) directives["upgrade-insecure-requests"] = [];

  return Object.entries(directives)
    .map(([name, sources]) => [name, ...new Set(sources)].join(" "))
    .join("; ");
}
