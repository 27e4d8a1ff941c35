import { z } from "zod";
import { isLive } from "./live-keys";
import { isMobileReturnUrl } from "./mobile-return-url";
import { SHOP } from "./shop-identity";

/**
 * The only reader of `process.env`. Parsed on first use, never at build time: `instrumentation.ts` and the
 * worker call `env()` when they start, so a wrong variable stops the process with every failure listed.
 */

const blank = (value: unknown) => (value === "" ? undefined : value);
export const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blank, schema.optional());
const withDefault = <T extends z.ZodType>(schema: T, value: z.input<T>) =>
  z.preprocess((given) => (given === "" || given === undefined ? value : given), schema);
const list = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (given) =>
      String(given ?? "")
        .split(/[\s,]+/)
        .filter(Boolean),
    z.array(item),
  );

const LOG_LEVEL = withDefault(z.enum(["info", "warn", "error", "silent"]), "info");

const variables = z.object({
  NODE_ENV: withDefault(z.enum(["development", "production", "test"]), "development"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "set a postgresql:// address" }),
  /** The longest wait for a connection to the database, and for its response to one statement. */
  DATABASE_TIMEOUT_SECONDS: withDefault(z.coerce.number().min(1).max(60), 4),
  NEXTAUTH_URL: z.url({ error: "set the app's own address, such as http://localhost:3000" }),
  NEXTAUTH_SECRET: z.string().min(32, "set 32 random characters or more"),
  PROCESSOUT_PROJECT_ID: z
    .string({ error: "set the project id from ProcessOut's dashboard" })
    .regex(/^(test-)?proj_\w+$/, "must look like proj_… or test-proj_…"),
  PROCESSOUT_PRIVATE_KEY: z
    .string({ error: "set the private key from ProcessOut's dashboard" })
    .regex(/^key_\w+$/, "must look like key_live_… or key_sandbox_…"),
  PROCESSOUT_API_URL: withDefault(z.url(), "https://api.processout.com"),
  PROCESSOUT_JS_URL: withDefault(z.url(), "https://js.processout.com/processout.js"),
  /** Secrets of the webhook address, the newest first. Two are valid while the address is being rotated. */
  PROCESSOUT_WEBHOOK_SECRETS: list(
    z.string().min(24, "use 24 characters or more, such as a random hex string"),
  ),
  /**
   * The most events that all web processes together fetch in a minute. ProcessOut sends about four for each charge.
   */
  WEBHOOK_FETCHES_PER_MINUTE: withDefault(z.coerce.number().int().min(10).max(100_000), 1_000),
  /** The return URLs of the merchant's mobile apps. Every other one is refused. */
  MOBILE_RETURN_URLS: list(
    z
      .string()
      .refine(isMobileReturnUrl, "must be your.application.id://processout/return or an https address"),
  ),
  // eject:start renewals
  /** How many calls to ProcessOut one worker makes concurrently while it charges subscriptions. A call holds no database connection. */
  CHARGES_AT_ONCE: withDefault(z.coerce.number().int().min(1).max(500), 10),
  // eject:end renewals
  /** How many of your proxies are in front of the app. Each appends the address of its client to `X-Forwarded-For`. */
  TRUSTED_PROXIES: withDefault(z.coerce.number().int().min(0).max(10), 0),
  /** After how many days a session ends, used or not. */
  SESSION_DAYS: withDefault(z.coerce.number().int().min(1).max(365), 30),
  /** After how many hours a session of staff ends, used or not. */
  STAFF_SESSION_HOURS: withDefault(z.coerce.number().int().min(1).max(168), 12),
  /** After how many minutes without use a session of staff ends. */
  STAFF_IDLE_MINUTES: withDefault(z.coerce.number().int().min(5).max(1440), 30),
  // eject:start office
  /** How many minutes after signing in staff may move money. Later they sign in again. */
  STAFF_FRESH_MINUTES: withDefault(z.coerce.number().int().min(1).max(1440), 15),
  // eject:end office
  /** How many sign-in e-mails are sent in an hour, to all addresses together. */
  SIGN_IN_MAILS_PER_HOUR: withDefault(z.coerce.number().int().min(1).max(1_000_000), 500),
  /** How often a minute all shoppers' pages together ask ProcessOut for something. Charges are not among them. */
  SHOPPER_READS_PER_MINUTE: withDefault(z.coerce.number().int().min(1).max(100_000), 600),
  /**
   * How often in an hour a press may make ProcessOut ask a bank about a card: by one account, from one client address
   * (unknown without `TRUSTED_PROXIES`), with one card, and in the shop as a whole. Captured payments do not count.
   */
  CARD_ATTEMPTS_PER_ACCOUNT: withDefault(z.coerce.number().int().min(1).max(100_000), 10),
  CARD_ATTEMPTS_PER_ADDRESS: withDefault(z.coerce.number().int().min(1).max(100_000), 30),
  CARD_ATTEMPTS_PER_CARD: withDefault(z.coerce.number().int().min(1).max(100_000), 10),
  CARD_ATTEMPTS_PER_SHOP: withDefault(z.coerce.number().int().min(1).max(1_000_000), 1_000),
  EMAIL_SERVER: optional(z.string()),
  EMAIL_FROM: withDefault(z.string(), SHOP.sender),
  GITHUB_ID: optional(z.string()),
  GITHUB_SECRET: optional(z.string()),
  GOOGLE_ID: optional(z.string()),
  GOOGLE_SECRET: optional(z.string()),
  /** The least severe events that are logged. */
  LOG_LEVEL,
  DATA_DIR: withDefault(z.string(), ".data"),
});

/** Sessions, card forms and keys that move money do not travel unencrypted. */
const ADDRESSES = ["NEXTAUTH_URL", "PROCESSOUT_API_URL", "PROCESSOUT_JS_URL"] as const;

const schema = variables.superRefine((env, context) => {
  if (!isLive(env)) return;
  for (const name of ADDRESSES) {
    if (env[name].startsWith("https:")) continue;
    context.addIssue({ code: "custom", path: [name], message: "live keys need an https:// address" });
  }
});

export type Env = z.infer<typeof schema>;

export class EnvError extends Error {
  override readonly name = "EnvError";
}

/** Reads variables that `schema` describes. Throws EnvError with every problem at once, a line each, and what to set. */
export function readEnv<Schema extends z.ZodType>(
  schema: Schema,
  source: Record<string, string | undefined> = process.env,
): z.output<Schema> {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join(".")}: ${message}`);
  throw new EnvError(`The environment is not complete:\n${lines.join("\n")}`);
}

export const parseEnv = (source: Record<string, string | undefined>): Env => readEnv(schema, source);

let parsed: Env | undefined;

export function env(): Env {
  parsed ??= readEnv(schema);
  return parsed;
}

/** For the logger alone, which must work before, and without, a complete environment. */
export const logLevel = () => LOG_LEVEL.catch("info").parse(process.env.LOG_LEVEL);
