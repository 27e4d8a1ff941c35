import { z } from "zod";
import { isCountry } from "@/lib/platform/countries";
import { EMPTY_CONTACT } from "./contact-sentences";

const line = (max: number) => z.string().trim().max(max, `At most ${max} characters.`);
const needed = (max: number, sentence: string) => line(max).min(1, sentence);

/** Where an order is delivered, and where its receipt is sent. Lengths are ProcessOut's own limits for a customer's fields. */
export const contactSchema = z.object({
  email: line(254).pipe(z.email(EMPTY_CONTACT.email)),
  name: needed(80, EMPTY_CONTACT.name),
  address1: needed(80, EMPTY_CONTACT.address1),
  address2: line(80).transform((text) => text || null),
  zip: needed(16, EMPTY_CONTACT.zip),
  city: needed(80, EMPTY_CONTACT.city),
  countryCode: z.string().refine(isCountry, EMPTY_CONTACT.countryCode),
});

export type ContactField = keyof z.input<typeof contactSchema>;
export type Contact = z.output<typeof contactSchema>;
/** As typed, before it is checked. */
export type ContactInput = z.input<typeof contactSchema>;

/** What is known of a contact before the form is shown. */
export type KnownContact = {
  fields: ContactInput;
  /** "Strandgaten 18, 5013 Bergen". Null unless the contact is complete and valid. */
  address: string | null;
};

/** The contact with its address on one line, if an order can be placed with it as it is. */
export function toKnownContact(fields: ContactInput): KnownContact {
  const { address1, address2, zip, city } = fields;
  const address = [address1, address2, `${zip} ${city}`].filter(Boolean).join(", ");
  return { fields, address: contactSchema.safeParse(fields).success ? address : null };
}

/** The first problem of each field, as a sentence. */
export function firstContactErrors(error: z.ZodError<Contact>) {
  const { fieldErrors } = z.flattenError(error);
  return Object.fromEntries(Object.entries(fieldErrors).map(([field, sentences]) => [field, sentences?.[0]]));
}
