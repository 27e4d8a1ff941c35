import { z } from "zod";

/**
 * Parsing of ProcessOut's responses. Objects are loose: unknown fields are kept. Only fields that callers depend on
 * are required; all others may be null or missing, as they are in recorded responses.
 */

/** The named fields of a loose object, without the index signature, so that a misspelled field is a type error. */
export type Known<T> = { [Key in keyof T as string extends Key ? never : Key]: T[Key] };

/**
 * A string with known values that editors complete; values that ProcessOut adds later are kept.
 */
export const openEnum = <const Value extends string>(..._known: Value[]) =>
  z.string().transform((value): Value | (string & {}) => value);

export const text = z.string().nullish();
export const flag = z.boolean().nullish();
/** RFC 3339 in UTC, with up to nine decimals. */
export const timestamp = z.string();
/** A decimal number as text, such as "29" or "31.83": never read it as a float. */
export const decimal = z.string();
/** The merchant's own string-to-string map. Null is parsed as empty. */
export const metadata = z
  .record(z.string(), z.unknown())
  .nullish()
  .transform((value) => value ?? {});

/** The response of a call that returns only `success`. */
export const nothing = z.looseObject({}).transform((): void => undefined);
