import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { GET as getHealth } from "@/app/api/health/route";
import { wake } from "@/lib/jobs/queue";
import { startFreezingProxy } from "@/tests/support/freezing-proxy";
import { withTestStack } from "@/tests/support/stack";
import { createUser } from "@/tests/support/users";
import { db } from "./db";
import { toAppError } from "./errors";
import { whenServing } from "./when-serving";

withTestStack();

let proxy: Awaited<ReturnType<typeof startFreezingProxy>>;

beforeAll(async () => {
  const address = new URL(String(process.env.DATABASE_URL));
  proxy = await startFreezingProxy(Number(address.port));
  address.port = String(proxy.port);
  vi.stubEnv("DATABASE_URL", address.href);
  vi.stubEnv("DATABASE_TIMEOUT_SECONDS", "3");
});
afterEach(() => proxy.thaw());
afterAll(() => proxy.stop());

const codeOfFailure = (query: Promise<unknown>) =>
  query.then(
    () => "answered",
    (error) => toAppError(error)?.code,
  );

test("queries on a frozen database fail as unavailable: on an open connection, on a new one, and waiting for one", async () => {
  await db().user.count();
  proxy.freeze();
  const queries = [
    ...Array.from({ length: 12 }, () => db().user.count()),
    db().$transaction([db().user.count()]),
    db().$transaction((transaction) => transaction.user.count()),
    db().$queryRaw`SELECT 1`,
  ];
  const codes = await Promise.all(queries.map(codeOfFailure));
  expect(new Set(codes)).toEqual(new Set(["database.unavailable"]));
});

test("a transaction that the freeze interrupts is rolled back, and its connection is not used again", async () => {
  const user = await createUser();
  const rename = db().$transaction(async (transaction) => {
    await transaction.user.update({ where: { id: user.id }, data: { name: "half done" } });
    proxy.freeze();
    await transaction.user.update({ where: { id: user.id }, data: { name: "done" } });
  });
  expect(await codeOfFailure(rename)).toBe("database.unavailable");

  proxy.thaw();
  await db().user.update({ where: { id: user.id }, data: { email: `new-${user.email}` } });
  await db().$disconnect();
  const row = await db().user.findUniqueOrThrow({ where: { id: user.id } });
  expect([row.name, row.email]).toEqual([user.name, `new-${user.email}`]);
});

test("while the database is frozen, health and routes respond with 503, and waking the worker does not fail", async () => {
  proxy.freeze();
  expect((await getHealth()).status).toBe(503);
  const route = whenServing(async () => Response.json(await db().user.count()));
  expect((await route()).status).toBe(503);
  await wake({ name: "send-mails" });
});
