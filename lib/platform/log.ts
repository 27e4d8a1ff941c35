/**
 * One JSON line per event on standard output, for whatever collects logs. Values whose name sounds like a
 * secret or a card are masked, and so is anything that looks like a card number, in case a caller slips.
 */
type Fields = Record<string, unknown>;

const SECRET = /secret|password|private_?key|authorization|cookie|cvc|cvv|pan$|card_?number/i;
const PAN = /\b\d(?:[ -]?\d){12,18}\b/g;

function mask(name: string, value: unknown): unknown {
  if (SECRET.test(name)) return "[masked]";
  if (typeof value === "string") return value.replace(PAN, "[masked]");
  if (value instanceof Error) return { name: value.name, message: value.message.replace(PAN, "[masked]") };
  return value;
}

function write(level: "info" | "warn" | "error", event: string, fields: Fields = {}) {
  const at = new Date().toISOString();
  const line = JSON.stringify({ level, at, event, ...fields }, mask);
  (level === "info" ? process.stdout : process.stderr).write(`${line}\n`);
}

export const log = {
  info: (event: string, fields?: Fields) => write("info", event, fields),
  warn: (event: string, fields?: Fields) => write("warn", event, fields),
  error: (event: string, fields?: Fields) => write("error", event, fields),
};
