import { domainToASCII } from "node:url";

/** The local part as most providers allow it: no quotes, no comments, no dot at an end or beside another one. */
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+(xn--[a-z0-9-]+|[a-z]{2,63})$/;

/**
 * One address in the form that accounts are found by: lower case, full-width letters as plain ones, an international domain
 * as `xn--…`. Null for everything else, such as a display name, a comment, a list, or a local part with letters that
 * only look like Latin ones.
 */
export function normalizeEmail(text: string): string | null {
  const [local = "", domain = "", ...more] = text.normalize("NFKC").trim().toLowerCase().split("@");
  const ascii = /[\s/:?#[\]\\%]/.test(domain) ? "" : domainToASCII(domain);
  const address = `${local}@${ascii}`;
  const isOne = more.length === 0 && local.length <= 64 && LOCAL.test(local) && DOMAIN.test(ascii);
  return isOne && address.length <= 254 ? address : null;
}

/** What limits are counted by: providers deliver `ada+shop@…` to `ada@…`. */
export const mailboxOf = (address: string) => address.replace(/\+.*@/, "@");
