import { db } from "@/lib/platform/db";

/** How many unused sign-in links of an address expire after `expiringAfter`. */
export function countSignInLinks(email: string, expiringAfter: Date) {
  return db().verificationToken.count({ where: { identifier: email, expires: { gt: expiringAfter } } });
}

/** next-auth's adapter deletes a link that is used, and no other. */
export async function deleteExpiredLinks(before: Date): Promise<number> {
  const { count } = await db().verificationToken.deleteMany({ where: { expires: { lt: before } } });
  return count;
}
