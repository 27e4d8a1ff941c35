import { MINUTE_MS } from "@/lib/platform/durations";
import { env } from "@/lib/platform/env";
import { reserve } from "@/lib/platform/rate-limit";
import { mailboxOf } from "./email-address";
import { countSignInLinks } from "./sign-in-links";

const QUARTER_MS = 15 * MINUTE_MS;
const LINKS_PER_MAILBOX = 3;
/** A network address may belong to a whole office. */
const LINKS_PER_CLIENT = 10;

/**
 * Reserves one sign-in e-mail before it is sent, or says which limit stops it: that of the mailbox, of the client's network
 * (unknown without `TRUSTED_PROXIES`), or of the shop as a whole.
 */
export async function reserveSignInMail(
  address: string,
  addressKey: string | null,
): Promise<"mailbox" | "client" | "shop" | null> {
  const quarter = (key: string, limit: number) => reserve(key, { limit, windowMs: QUARTER_MS });
  if (addressKey && !(await quarter(`sign-in mails from ${addressKey}`, LINKS_PER_CLIENT))) return "client";
  if (!(await quarter(`sign-in mails to ${mailboxOf(address)}`, LINKS_PER_MAILBOX))) return "mailbox";
  // A new window may have begun a moment ago; links live for a quarter of an hour.
  if ((await countSignInLinks(address, new Date())) >= LINKS_PER_MAILBOX) return "mailbox";
  const hour = { limit: env().SIGN_IN_MAILS_PER_HOUR, windowMs: 4 * QUARTER_MS };
  return (await reserve("sign-in mails", hour)) ? null : "shop";
}
