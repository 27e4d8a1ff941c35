/**
 * Whether a URL may be listed as one that ProcessOut sends a mobile app's shopper to after 3-D Secure
 * (`invoice_return_url`). The SDKs' guides ask for `your.application.id://processout/return`; the other kind is a universal
 * link on https. Only listed ones are accepted: anybody can register an application id or an address.
 */
export const isMobileReturnUrl = (url: string) =>
  url.length <= 255 && (DEEP_LINK.test(url) || isUniversalLink(url));

/** An application id is a reverse domain name, so it has a dot: `https`, `javascript` and `intent` have none. */
const DEEP_LINK = /^[a-z][a-z0-9]*(\.[a-z0-9-]+)+:\/\/processout\/return$/i;

const isUniversalLink = (url: string) => URL.canParse(url) && url.startsWith("https://");
