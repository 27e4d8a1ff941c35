import { z } from "zod";
import { isCountry } from "@/lib/platform/countries";

const optional = (limit: number) =>
  z
    .string()
    .trim()
    .max(limit, `Keep it to ${limit} characters.`)
    .transform((text) => text || null);

/** Removes spaces and punctuation between digits. */
const digits = (text: string) => text.replace(/[\s().\-/]/g, "");

/**
 * The profile form, within ProcessOut's limits (POST /customers: names and address lines 80 characters, zip 16, phone
 * 14 digits beside its dialling code, ISO country). Only the name is required; an empty field becomes null. A phone
 * number needs its dialling code, as ProcessOut takes both or neither.
 */
export const profileSchema = z
  .object({
    name: z.string().trim().min(1, "Enter your name.").max(80, "Keep it to 80 characters."),
    phoneDialingCode: z
      .string()
      .transform((text) =>
        digits(text)
          .replace(/^00/, "+")
          .replace(/^(?=\d)/, "+"),
      )
      .refine((code) => code === "" || /^\+[1-9]\d{0,3}$/.test(code), "Use the form +47.")
      .transform((code) => code || null),
    phoneNumber: z
      .string()
      .transform(digits)
      .refine((number) => /^\d{0,14}$/.test(number), "Digits only, 14 at most.")
      .refine((number) => number === "" || number.length >= 4, "That is too short for a phone number.")
      .transform((number) => number || null),
    address1: optional(80),
    address2: optional(80),
    city: optional(80),
    state: optional(80),
    zip: optional(16),
    countryCode: z
      .string()
      .refine((code) => code === "" || isCountry(code), "Choose a country from the list.")
      .transform((code) => code || null),
  })
  .refine(({ phoneNumber, phoneDialingCode }) => !phoneNumber || phoneDialingCode, {
    path: ["phoneDialingCode"],
    message: "Add the country’s code.",
  })
  .refine(({ phoneNumber, phoneDialingCode }) => phoneNumber || !phoneDialingCode, {
    path: ["phoneNumber"],
    message: "Add the number.",
  })
  .refine(({ address1, countryCode }) => !address1 || countryCode, {
    path: ["countryCode"],
    message: "An address needs its country.",
  });

export type ProfileInput = z.output<typeof profileSchema>;
