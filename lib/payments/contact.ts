import type { Viewer } from "@/lib/auth/viewer";
import { getProfile } from "@/lib/customers/profile";
import type { ContactInput } from "./contact-schema";

/** The delivery details that a form is filled with at first: those of the viewer's profile. */
export async function getContact(viewer: Viewer): Promise<ContactInput> {
  const { email, name, address1, address2, zip, city, countryCode } = await getProfile(viewer);
  const known = { name, address1, address2, zip, city, countryCode };
  const filled = Object.fromEntries(Object.entries(known).map(([field, value]) => [field, value ?? ""]));
  return { ...NO_CONTACT, email, ...filled };
}

/** The same for a guest. */
export const NO_CONTACT: ContactInput = {
  email: "",
  name: "",
  address1: "",
  address2: "",
  zip: "",
  city: "",
  countryCode: "",
};
