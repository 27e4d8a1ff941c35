import { z } from "zod";
import { isCountry } from "@/lib/platform/countries";

const line = (max: number) => z.string().trim().max(max, `At most ${max} characters.`);
const needed = (max: number, sentence: string) => line(max).min(1, sentence);

/** Where an order is delivered, and where its receipt is sent. Lengths are ProcessOut's own limits for a customer's fields. */
export const contactSchema = z.object({
  email: z.string().trim().max(254).pipe(z.email("Enter an e-mail address, such as you@example.com.")),
  name: needed(80, "Whose name goes on the parcel?"),
  address1: needed(80, "Where should it go?"),
  address2: line(80).transform((text) => text || null),
  zip: needed(16, "Enter a postcode."),
  city: needed(80, "Enter a city."),
  countryCode: z.string().refine(isCountry, "Choose a country."),
});

export type ContactField = keyof z.input<typeof contactSchema>;
export type Contact = z.output<typeof contactSchema>;
/** As typed, before it is checked. */
export type ContactInput = z.input<typeof contactSchema>;

/** The first problem of each field, as a sentence. */
export function firstContactErrors(error: z.ZodError<Contact>) {
  const { fieldErrors } = z.flattenError(error);
  return Object.fromEntries(Object.entries(fieldErrors).map(([field, sentences]) => [field, sentences?.[0]]));
}
