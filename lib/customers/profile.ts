import type { Viewer } from "@/lib/auth/viewer";
import type { ContactInput } from "@/lib/payments/contact-schema";
import { db } from "@/lib/platform/db";
import type { ProfileInput } from "./profile-schema";

/** The viewer's own details, as the profile form shows them. */
export function getProfile(viewer: Viewer) {
  return db().user.findUniqueOrThrow({
    where: { id: viewer.userId },
    select: {
      email: true,
      name: true,
      phoneDialingCode: true,
      phoneNumber: true,
      address1: true,
      address2: true,
      city: true,
      state: true,
      zip: true,
      countryCode: true,
    },
  });
}

/** What a form that asks where something goes begins with. */
export async function getContact(viewer: Viewer): Promise<ContactInput> {
  const { email, name, address1, address2, zip, city, countryCode } = await getProfile(viewer);
  const known = { name, address1, address2, zip, city, countryCode };
  const filled = Object.fromEntries(Object.entries(known).map(([field, value]) => [field, value ?? ""]));
  return { ...NOBODY, email, ...filled };
}

/** The same for a guest. */
export const NOBODY: ContactInput = {
  email: "",
  name: "",
  address1: "",
  address2: "",
  zip: "",
  city: "",
  countryCode: "",
};

export async function saveProfile(viewer: Viewer, profile: ProfileInput): Promise<void> {
  await db().user.update({ where: { id: viewer.userId }, data: profile });
}

/** Ends every session the viewer has, this one included: each carries the epoch it was made in. */
export async function endAllSessions(viewer: Viewer): Promise<void> {
  await db().user.update({ where: { id: viewer.userId }, data: { sessionEpoch: { increment: 1 } } });
}
