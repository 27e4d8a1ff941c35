import { isIP } from "node:net";
import { invalid } from "./errors";
import { ignored, integer, object, oneOf, type Reader, text } from "./params";

const v = (what: string) => `request.validation.invalid-${what}`;

const CURRENCIES = new Set(Intl.supportedValuesOf("currency"));
const regions = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

/** Text in capitals, for codes that are written so. */
const upper =
  (reader: Reader<string>): Reader<string> =>
  (raw, name, report) =>
    reader(typeof raw === "string" ? raw.toUpperCase() : raw, name, report) || undefined;

export const currency = upper(text({ code: v("currency"), check: (code) => CURRENCIES.has(code) }));

export const country = upper(
  text({ code: v("country"), matches: /^[A-Z]{2}$/, check: (code) => regions.of(code) !== undefined }),
);

export const email = text({ max: 255, code: v("email"), matches: /^[^\s@]+@[^\s@]+\.[^\s@]+$/ });

export const ipAddress = text({ max: 45, code: v("ip-address"), check: (ip) => isIP(ip) !== 0 });

/** Any absolute URL: apps come back to their own scheme. */
export const returnUrl = text({
  max: 2000,
  code: v("url"),
  check: (url) => /^[a-z][\w.+-]*:\/\//i.test(url),
});

export const webhookUrl = text({
  max: 2000,
  code: v("url"),
  check: (url) => /^https?:$/.test(protocolOf(url)),
});

const protocolOf = (url: string) => (URL.canParse(url) ? new URL(url).protocol : "");

/** An RFC 3339 or RFC 1123 date, or a Unix timestamp; written back as RFC 3339, without an empty fraction. */
export const date: Reader<string> = (raw, name) => {
  if (raw === "") return undefined;
  const seconds = typeof raw === "number" || /^\d{1,11}$/.test(String(raw));
  const parsed = seconds
    ? new Date(Number(raw) * 1000)
    : new Date(typeof raw === "string" ? raw : Number.NaN);
  const year = parsed.getUTCFullYear();
  if (Number.isNaN(parsed.getTime()) || year < 1 || year > 9999)
    throw invalid(v("date"), `${name} is not a date.`, name);
  return parsed.toISOString().replace(".000Z", "Z");
};

/** Names lose what banks cannot print: emoji, currency signs, control characters; `_` becomes a space. */
export const personName: Reader<string> = (raw, name, report) =>
  nameText(raw, name, report)?.replace(UNPRINTABLE, "").replaceAll("_", " ").trim();

const nameText = text({ max: 80, code: v("name") });
const UNPRINTABLE = /\p{Extended_Pictographic}|\p{Sc}|\p{C}|\u{fe0f}|[\u{1f3fb}-\u{1f3ff}]/gu;

/** Browser data, which processout.js sends both inside `device` and beside it. */
export const BROWSER_DATA = {
  app_color_depth: integer({ min: 0, max: 1000 }),
  app_java_enabled: flagOrText(),
  app_language: text({ max: 80 }),
  app_screen_height: integer({ min: 0, max: 1e6 }),
  app_screen_width: integer({ min: 0, max: 1e6 }),
  app_timezone_offset: integer({ min: -1e4, max: 1e4 }),
  request_origin: text({ max: 80 }),
};

function flagOrText(): Reader<boolean> {
  return (raw) => raw === true || raw === "true";
}

export const device = object({
  ...BROWSER_DATA,
  id: text({ max: 100 }),
  channel: oneOf(["web", "ios", "android", "other"]),
  ip_address: ipAddress,
  threeds_sdk: text({ max: 80 }),
  platform: text({ max: 80 }),
  user_agent: text({ max: 2000 }),
  header_accept: text({ max: 2000 }),
  header_referer: text({ max: 2000 }),
});

/** Browser data beside `device`, read and not used a second time. */
export const browserDataAgain = Object.fromEntries(
  Object.keys(BROWSER_DATA).map((name) => [name, ignored]),
) as Record<keyof typeof BROWSER_DATA, typeof ignored>;

/** Options of a payment, which browsers and phones send along with a token's source too: one builder makes both. */
export const paymentOptions = {
  enable_three_d_s_2: ignored,
  third_party_sdk_version: ignored,
  authenticate_only: ignored,
  authorize_only: ignored,
  allow_fallback_to_sale: ignored,
  capture_amount: ignored,
  auto_capture_at: ignored,
  capture_type: ignored,
  incremental: ignored,
  split_allocations: ignored,
  installment_plan_id: ignored,
  save_source: ignored,
};
