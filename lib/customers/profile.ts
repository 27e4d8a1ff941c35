import type { Viewer } from "@/lib/auth/viewer";
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

export async function saveProfile(viewer: Viewer, profile: ProfileInput): Promise<void> {
  await db().user.update({ where: { id: viewer.userId }, data: profile });
}
