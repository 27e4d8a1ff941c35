import { invalid } from "./errors";

/**
 * Reading a body: a schema is a record of readers, one per parameter ProcessOut documents.
 *
 * The SDKs send an explicit null for all they were not given (server-api.md §0.8), so null, like absence, is
 * undefined here and no reader sees it. A parameter without a reader is not an error by itself: its name is
 * reported (`unknown`), and the caller warns or, in strict mode, refuses.
 */
export type Reader<T> = (raw: unknown, name: string, report: Report) => T | undefined;
export type Report = (unknownName: string) => void;
export type Schema = Record<string, Reader<unknown>>;
export type Read<S extends Schema> = { [K in keyof S]?: S[K] extends Reader<infer T> ? T : never };

/** Names that SDKs put into bodies and queries and that are no parameters (server-api.md §0.7, §1.3). */
const NOT_PARAMETERS = new Set(
  "expand include filter limit page order start_after end_before legacyrequest project_id client_secret".split(
    " ",
  ),
);
const isNoParameter = (name: string) => NOT_PARAMETERS.has(name) || name.startsWith("x-");

export function read<S extends Schema>(
  schema: S,
  body: Record<string, unknown>,
  report: Report,
  prefix = "",
): Read<S> {
  const result: Record<string, unknown> = {};
  for (const name of Object.keys(body)) {
    const raw = body[name];
    const reader = Object.hasOwn(schema, name) ? schema[name] : undefined;
    if (!reader) {
      if (!isNoParameter(name) && raw !== null && raw !== undefined) report(prefix + name);
      continue;
    }
    if (raw === null || raw === undefined) continue;
    const value = reader(raw, prefix + name, report);
    if (value !== undefined) result[name] = value;
  }
  return result as Read<S>;
}

/** The error a parameter answers with when it is wrong; the generic one unless ProcessOut names another. */
type Wrong = { code?: string };
const GENERIC = "request.validation.error";

type TextRule = Wrong & { max?: number; matches?: RegExp; check?: (text: string) => boolean };

/** Text. Numbers are taken as their digits, since clients send ids, zips and phones either way. */
export function text({ max = 5000, matches, check, code = GENERIC }: TextRule = {}): Reader<string> {
  return (raw, name) => {
    const value = typeof raw === "number" ? String(raw) : raw;
    if (typeof value !== "string") throw invalid(code, `${name} has to be text.`, name);
    if (value.length > max) throw invalid(code, `${name} can have at most ${max} characters.`, name);
    if (value === "") return value;
    if ((matches && !matches.test(value)) || (check && !check(value))) {
      throw invalid(code, `${name} is not valid.`, name);
    }
    return value;
  };
}

/** Text from a fixed list, compared without case; blank is "not given". */
export function oneOf<T extends string>(values: readonly T[], { code = GENERIC }: Wrong = {}): Reader<T> {
  return (raw, name) => {
    if (raw === "") return undefined;
    const found = values.find((value) => typeof raw === "string" && value === raw.toLowerCase());
    if (!found) throw invalid(code, `${name} has to be one of ${values.join(", ")}.`, name);
    return found;
  };
}

/** A boolean, or its text in a form (`verify=true`). */
export function flag({ code = GENERIC }: Wrong = {}): Reader<boolean> {
  return (raw, name) => {
    if (raw === "") return undefined;
    if (raw === true || raw === "true" || raw === "1" || raw === 1) return true;
    if (raw === false || raw === "false" || raw === "0" || raw === 0) return false;
    throw invalid(code, `${name} has to be true or false.`, name);
  };
}

/** A whole number, or its digits. */
export function integer({
  min = 0,
  max = 1e15,
  code = GENERIC,
}: Wrong & { min?: number; max?: number } = {}) {
  return ((raw, name) => {
    if (raw === "") return undefined;
    const value = typeof raw === "string" && /^-?\d{1,16}$/.test(raw.trim()) ? Number(raw) : raw;
    if (typeof value !== "number" || !Number.isInteger(value) || value < min || value > max) {
      throw invalid(code, `${name} has to be a whole number.`, name);
    }
    return value;
  }) satisfies Reader<number> as Reader<number>;
}

/** A decimal amount with at most four decimals, kept as text without forced decimals (server-api.md §6). */
export function amount({ signed = false }: { signed?: boolean } = {}): Reader<string> {
  const right = signed ? /^-?\d{1,12}(\.\d{1,4})?$/ : /^\d{1,12}(\.\d{1,4})?$/;
  const what = signed ? "a decimal number" : "a positive decimal number";
  return (raw, name) => {
    if (raw === "") return undefined;
    const value = typeof raw === "number" && Number.isFinite(raw) ? String(raw) : raw;
    if (typeof value !== "string" || !right.test(value)) {
      const message = `${name} has to be ${what} with at most 4 decimals.`;
      throw invalid("request.validation.invalid-amount", message, name);
    }
    return value.includes(".") ? value.replace(/\.?0+$/, "") : value;
  };
}

/** Text to text, as metadata is; the Go SDK cannot read anything else back. */
export function map({
  code = "request.validation.invalid-metadata",
}: Wrong = {}): Reader<Record<string, string>> {
  return (raw, name) => {
    if (isEmptyList(raw) || raw === "") return {};
    if (!isObject(raw) || Object.values(raw).some((value) => typeof value !== "string")) {
      throw invalid(code, `${name} has to be an object of texts.`, name);
    }
    return raw as Record<string, string>;
  };
}

/** An object with a schema of its own; PHP writes an empty one as a list. */
export function object<S extends Schema>(schema: S, { code = GENERIC }: Wrong = {}): Reader<Read<S>> {
  return (raw, name, report) => {
    if (isEmptyList(raw)) return {} as Read<S>;
    if (raw === "") return undefined;
    if (!isObject(raw)) throw invalid(code, `${name} has to be an object.`, name);
    return read(schema, raw, report, `${name}.`);
  };
}

/** A list of one kind of thing; a form writes it as `name[]` or `name[0]`. */
export function list<T>(item: Reader<T>, { code = GENERIC }: Wrong = {}): Reader<T[]> {
  return (raw, name, report) => {
    if (raw === "") return undefined;
    const values =
      isObject(raw) && Object.keys(raw).every((key) => /^\d+$/.test(key)) ? Object.values(raw) : raw;
    if (!Array.isArray(values)) throw invalid(code, `${name} has to be a list.`, name);
    return values
      .map((value, index) => item(value, `${name}[${index}]`, report))
      .filter((value): value is Awaited<T> & T => value !== undefined);
  };
}

/** Taken as it is, and not looked into. */
export const anything: Reader<unknown> = (raw) => raw;

/** Documented by ProcessOut, and without effect here. */
export const ignored: Reader<never> = () => undefined;

export const isObject = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === "object" && raw !== null && !Array.isArray(raw);

const isEmptyList = (raw: unknown) => Array.isArray(raw) && raw.length === 0;
