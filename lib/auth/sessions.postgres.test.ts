import { afterEach, expect, test, vi } from "vitest";
import { db } from "@/lib/platform/db";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/platform/durations";
import { withTestStack } from "@/tests/support/stack";
import { createUser } from "@/tests/support/users";
import { sweepSignIns } from "./jobs";
import { getMobileViewer, issueMobileToken } from "./mobile-token";
import { createSession, endAllSessions, endSession, touchSession } from "./sessions";
import { makeViewer } from "./viewer";

withTestStack();
afterEach(() => vi.useRealTimers());

const YEAR_MS = 365 * DAY_MS;

const signInAsStaff = async () => createSession((await createUser({ role: "staff" })).id);

/** Makes a session older: signed in and used so long ago. */
async function age(id: string, ageMs: number, idleMs = ageMs) {
  const at = (ms: number) => new Date(Date.now() - ms);
  await db().session.update({ where: { id }, data: { signedInAt: at(ageMs), seenAt: at(idleMs) } });
}

const bearer = async (sessionId: string) => {
  const { accessToken } = await issueMobileToken({ sessionId });
  return new Request("http://localhost", { headers: { authorization: `Bearer ${accessToken}` } });
};

test("a session is its user's until it is ended, and a bearer token ends with it", async () => {
  const user = await createUser();
  const [first, second] = [await createSession(user.id), await createSession(user.id)];
  const request = await bearer(first);
  expect(await touchSession(first)).toMatchObject({ id: first, userId: user.id, email: user.email });
  expect(await getMobileViewer(request)).toMatchObject({ userId: user.id });
  await endSession(first);
  expect(await touchSession(first)).toBeNull();
  expect(await getMobileViewer(request)).toBeNull();
  expect(await touchSession(second)).toMatchObject({ userId: user.id });
});

test("a sign-out everywhere ends all sessions of the user and no other's", async () => {
  const [user, other] = [await createUser(), await createUser()];
  const ids = [await createSession(user.id), await createSession(user.id)];
  const others = await createSession(other.id);
  await endAllSessions(makeViewer(user.id));
  for (const id of ids) expect(await touchSession(id)).toBeNull();
  expect(await touchSession(others)).not.toBeNull();
});

test("a deleted user has no session", async () => {
  const user = await createUser();
  const id = await createSession(user.id);
  await db().user.delete({ where: { id: user.id } });
  expect(await touchSession(id)).toBeNull();
});

test("a shopper's session ends 30 days after the sign-in, however much it is used", async () => {
  const id = await createSession((await createUser()).id);
  await age(id, 30 * DAY_MS - HOUR_MS, 0);
  expect(await touchSession(id)).not.toBeNull();
  await age(id, 30 * DAY_MS, 0);
  expect(await touchSession(id)).toBeNull();
});

test("a session of staff ends 12 hours after the sign-in, however much it is used", async () => {
  const id = await signInAsStaff();
  await age(id, 12 * HOUR_MS - MINUTE_MS, 0);
  expect(await touchSession(id)).not.toBeNull();
  await age(id, 12 * HOUR_MS, 0);
  expect(await touchSession(id)).toBeNull();
});

test("a session of staff ends after 30 minutes without use, and each use begins them anew", async () => {
  const id = await signInAsStaff();
  await age(id, 29 * MINUTE_MS);
  expect(await touchSession(id)).not.toBeNull();
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 29 * MINUTE_MS });
  expect(await touchSession(id)).not.toBeNull();
  vi.setSystemTime(Date.now() + 30 * MINUTE_MS);
  expect(await touchSession(id)).toBeNull();
});

test("a session becomes as short as one of staff when its user joins the staff", async () => {
  const user = await createUser();
  const id = await createSession(user.id);
  await age(id, DAY_MS, 0);
  expect(await touchSession(id)).not.toBeNull();
  await db().user.update({ where: { id: user.id }, data: { role: "staff" } });
  expect(await touchSession(id)).toBeNull();
});

test("the worker deletes the rows of sessions that have ended, and leaves the others", async () => {
  const { id: userId } = await createUser();
  const [ended, live] = [await createSession(userId), await createSession(userId)];
  await age(ended, YEAR_MS);
  await sweepSignIns.run();
  const rows = await db().session.findMany({ where: { userId }, select: { id: true } });
  expect(rows).toEqual([{ id: live }]);
});
