import { z } from "zod";

/**
 * How ProcessOut's answers are read. Objects are loose: fields we do not know are kept. Only what callers
 * cannot do without is required; everything else may be null or missing, as it is in recorded answers.
 */

/** The named fields of a loose object, without the index signature that would let a typing mistake pass. */
export type Known<T> = { [Key in keyof T as string extends Key ? never : Key]: T[Key] };

/**
 * A string with known values that editors complete; a value added by ProcessOut tomorrow is kept as it came.
 */
export const openEnum = <const Value extends string>(..._known: Value[]) =>
  z.string().transform((value): Value | (string & {}) => value);

export const text = z.string().nullish();
export const flag = z.boolean().nullish();
/** RFC 3339 in UTC, with up to nine decimals. */
export const timestamp = z.string();
/** A decimal number as text, such as "29" or "31.83": never read it as a float. */
export const decimal = z.string();
/** The merchant's own text-to-text map. Null reads as empty. */
export const metadata = z
  .record(z.string(), z.unknown())
  .nullish()
  .transform((value) => value ?? {});

/** The answer of a call that has nothing to say but `success`. */
export const nothing = z.looseObject({}).transform((): void => undefined);
