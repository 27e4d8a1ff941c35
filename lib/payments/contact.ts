import type { Viewer } from "@/lib/auth/viewer";
import { getProfile } from "@/lib/customers/profile";
import { type ContactInput, type KnownContact, toKnownContact } from "./contact-schema";

/** The delivery details that a form is filled with at first: those of the viewer's profile, or nothing for a guest. */
export async function getContact(viewer: Viewer | null): Promise<KnownContact> {
  if (!viewer) return toKnownContact(NO_CONTACT);
  const { email, name, address1, address2, zip, city, countryCode } = await getProfile(viewer);
  const known = { name, address1, address2, zip, city, countryCode };
  const filled = Object.fromEntries(Object.entries(known).map(([field, value]) => [field, value ?? ""]));
  return toKnownContact({ ...NO_CONTACT, email, ...filled });
}

const NO_CONTACT: ContactInput = {
  email: "",
  name: "",
  address1: "",
  address2: "",
  zip: "",
  city: "",
  countryCode: "",
};
