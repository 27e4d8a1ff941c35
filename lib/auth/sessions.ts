import { db } from "@/lib/platform/db";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/platform/durations";
import { env } from "@/lib/platform/env";
import type { Role } from "@/prisma/generated/enums";
import type { Viewer } from "./viewer";

/*
 * One row per sign-in. The session cookie and the bearer tokens of mobile apps carry its id, so they are refused as soon as
 * the row is deleted. Nothing renews a session: it ends a fixed time after its sign-in, and a member of staff's also when it
 * is not used.
 */

/** A session that has not ended, with its user. */
type LiveSession = {
  id: string;
  signedInAt: Date;
  seenAt: Date;
  userId: string;
  email: string;
  name: string | null;
  role: Role;
};

/** Returns the id of the new session. */
export async function createSession(userId: string): Promise<string> {
  const at = new Date();
  const { id } = await db().session.create({ data: { userId, signedInAt: at, seenAt: at } });
  return id;
}

/** The session with its user. Null when it has ended, also because the user was deleted. Records that staff use it. */
export async function touchSession(id: string): Promise<LiveSession | null> {
  const at = new Date();
  const session = await findSession(id);
  if (!session || !isLive(session, at)) return null;
  // Only the limit of staff needs it, and its unit is a minute.
  if (session.role === "staff" && at.getTime() - session.seenAt.getTime() >= MINUTE_MS)
    await db().session.updateMany({ where: { id }, data: { seenAt: at } });
  return session;
}

/** One statement, because every page and action runs it. Prisma reads a relation with a second one. */
async function findSession(id: string): Promise<LiveSession | undefined> {
  const [session] = await db().$queryRaw<LiveSession[]>`
    SELECT "Session"."id", "signedInAt", "seenAt", "userId", "email", "name", "role"::text
    FROM "Session" JOIN "User" ON "User"."id" = "userId" WHERE "Session"."id" = ${id}`;
  return session;
}

/** The limits are those of the user's present role and of the present settings, for sessions that exist as well. */
function isLive({ role, signedInAt, seenAt }: Omit<LiveSession, "id">, at: Date): boolean {
  const { SESSION_DAYS, STAFF_SESSION_HOURS, STAFF_IDLE_MINUTES } = env();
  const age = at.getTime() - signedInAt.getTime();
  if (role === "shopper") return age < SESSION_DAYS * DAY_MS;
  const idle = at.getTime() - seenAt.getTime();
  return age < STAFF_SESSION_HOURS * HOUR_MS && idle < STAFF_IDLE_MINUTES * MINUTE_MS;
}

/** Idempotent. */
export async function endSession(id: string): Promise<void> {
  await db().session.deleteMany({ where: { id } });
}

/** Ends all of the viewer's sessions, the current one included. */
export async function endAllSessions(viewer: Viewer): Promise<void> {
  await db().session.deleteMany({ where: { userId: viewer.userId } });
}

/** Deletes the rows that no limit lets live any more, whatever the role. */
export async function deleteEndedSessions(at: Date): Promise<number> {
  const { SESSION_DAYS, STAFF_SESSION_HOURS } = env();
  const longest = Math.max(SESSION_DAYS * DAY_MS, STAFF_SESSION_HOURS * HOUR_MS);
  const before = new Date(at.getTime() - longest);
  return (await db().session.deleteMany({ where: { signedInAt: { lte: before } } })).count;
}
