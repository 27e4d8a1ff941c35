/**
 * Whether ProcessOut may send a mobile app's shopper to a URL after 3-D Secure (`invoice_return_url`). The SDKs' guides
 * ask for `your.application.id://processout/return`. A universal link must be listed by the merchant, since anybody may
 * own an https address.
 */

/** An application id is a reverse domain name, so it has a dot: `https`, `javascript` and `intent` have none. */
const DEEP_LINK = /^[a-z][a-z0-9]*(\.[a-z0-9-]+)+:\/\/processout\/return$/i;

export function isMobileReturnUrl(url: string, universalLinks: readonly string[]): boolean {
  return url.length <= 255 && (DEEP_LINK.test(url) || universalLinks.includes(url));
}
