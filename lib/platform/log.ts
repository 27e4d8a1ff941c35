import { AsyncLocalStorage } from "node:async_hooks";
import pino from "pino";
import { logLevel } from "./env";
import { codeOf } from "./errors";
import { containsCardNumber } from "./typed-text";

type Fields = Record<string, unknown>;

const MASK = "[masked]";
const SECRET = /secret|password|private_?key|authorization|cookie|cvc|cvv|pan$|card_?number/i;
const PAN = /\b\d(?:[ -]?\d){12,18}\b/g;
const EMAIL = /[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}/gi;

const context = new AsyncLocalStorage<Fields>();

const logger = pino(
  {
    level: logLevel(),
    base: null,
    messageKey: "event",
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    mixin: () => context.getStore() ?? {},
    formatters: { level: (level) => ({ level }), log: (fields) => redact(fields) as Fields },
  },
  pino.multistream([{ stream: process.stdout }, { level: "warn", stream: process.stderr }], { dedupe: true }),
);

/**
 * One JSON line per event: `info` on standard output, `warn` and `error` on standard error. Fields named like a secret,
 * card numbers and e-mail addresses are masked at any depth. An `error` field carries name, message, code, stack and causes,
 * never the other properties of an error, which may hold a request's body.
 */
export const log = {
  info: (event: string, fields: Fields = {}) => logger.info(fields, event),
  warn: (event: string, fields: Fields = {}) => logger.warn(fields, event),
  error: (event: string, fields: Fields = {}) => logger.error(fields, event),
};

/** Adds fields, such as the id of a job's run, to every event that `work` logs, in whatever function it logs it. */
export function withLogFields<Result>(fields: Fields, work: () => Result): Result {
  return context.run({ ...context.getStore(), ...fields }, work);
}

function redact(value: unknown, name = ""): unknown {
  if (SECRET.test(name)) return MASK;
  if (typeof value === "string") return value.replace(PAN, MASK).replace(EMAIL, MASK);
  if (typeof value === "number" || typeof value === "bigint")
    return containsCardNumber(String(value)) ? MASK : value;
  if (value instanceof Error) return describeError(value);
  if (name === "error") return { message: "A value that is not an Error was thrown" };
  if (Array.isArray(value)) return value.map((item) => redact(item));
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, redact(field, key)]));
}

function describeError(error: Error): Fields {
  const { name, message, stack, cause } = error;
  return {
    name,
    message: redact(message),
    code: codeOf(error),
    stack: redact(stack),
    ...(cause instanceof Error && { cause: describeError(cause) }),
  };
}
