import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/platform/db";
import type { CustomerInput } from "@/lib/processout";
import type { ProfileInput } from "./profile-schema";

/** The columns of a user that ProcessOut is sent. A user who has not filled in the profile has no name. */
type Profile = Omit<ProfileInput, "name"> & { id: string; email: string; name: string | null };

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

export async function saveProfile(viewer: Viewer, profile: ProfileInput): Promise<void> {
  await db().user.update({ where: { id: viewer.userId }, data: profile });
}

/**
 * A user as `POST /customers` takes it. ProcessOut's fraud checks use every field, so all that is known is sent; empty
 * fields are omitted and long ones cut to ProcessOut's limits (80 characters, 16 for a zip).
 *
 * `currency` is omitted on purpose: ProcessOut takes it from the first payment and never changes it, so a wrong guess
 * would lock the Customer to the wrong currency.
 */
export function customerInput(user: Profile): CustomerInput {
  const [firstName, ...otherNames] = (user.name ?? "").trim().split(/\s+/);
  const phone = user.phoneNumber && { number: user.phoneNumber, dialing_code: user.phoneDialingCode ?? "" };
  const fields = {
    first_name: cut(firstName),
    last_name: cut(otherNames.join(" ")),
    email: user.email,
    phone: phone || undefined,
    address1: cut(user.address1),
    address2: cut(user.address2),
    city: cut(user.city),
    state: cut(user.state),
    zip: cut(user.zip, 16),
    country_code: cut(user.countryCode, 2),
    reference_id: user.id,
    metadata: { user_id: user.id },
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

const cut = (text: string | null | undefined, limit = 80) => text?.slice(0, limit) || undefined;
