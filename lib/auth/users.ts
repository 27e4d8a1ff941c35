import { db } from "@/lib/platform/db";
import type { Viewer } from "./viewer";

/** The row that a session is checked against on every request. Null when the user was deleted. */
export function getSessionUser(userId: string) {
  return db().user.findUnique({
    where: { id: userId },
    select: { id: true, email: true, name: true, role: true, sessionEpoch: true },
  });
}

/** How many unused sign-in links of an address expire after `expiringAfter`. */
export function countSignInLinks(email: string, expiringAfter: Date) {
  return db().verificationToken.count({ where: { identifier: email, expires: { gt: expiringAfter } } });
}

/** next-auth's adapter deletes a link that is used, and no other. */
export async function deleteExpiredLinks(before: Date): Promise<number> {
  const { count } = await db().verificationToken.deleteMany({ where: { expires: { lt: before } } });
  return count;
}

/** Ends all of the viewer's sessions, the current one included: each carries the epoch in which it was created. */
export async function endAllSessions(viewer: Viewer): Promise<void> {
  await db().user.update({ where: { id: viewer.userId }, data: { sessionEpoch: { increment: 1 } } });
}
