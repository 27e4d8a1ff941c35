import { Socket } from "node:net";
import { constants } from "node:os";
import { PrismaPg } from "@prisma/adapter-pg";
import { Client, type PoolConfig } from "pg";
import { PrismaClient } from "@/prisma/generated/client";
import { env } from "./env";

/**
 * One Prisma client per process. On `globalThis` because Next may load this module more than once (pages, routes,
 * instrumentation), and each instance would open a pool of its own.
 */
const slot = globalThis as typeof globalThis & { prisma?: PrismaClient };

export function db(): PrismaClient {
  slot.prisma ??= new PrismaClient({ adapter: new PrismaPg(poolConfig(10)) });
  return slot.prisma;
}

const IDLE_MS = 2_000;

/**
 * The pool of every process, with `DATABASE_TIMEOUT_SECONDS` as the limit of a connection, of the wait for a free one and of
 * a statement. The limits are this side's: a frozen server keeps no promise, and a pooler between the two knows no settings.
 */
export function poolConfig(max: number) {
  const limit = env().DATABASE_TIMEOUT_SECONDS * 1_000;
  return {
    connectionString: env().DATABASE_URL,
    max,
    connectionTimeoutMillis: limit,
    // Shorter than any limit, or an unused connection would count as silent.
    idleTimeoutMillis: Math.min(IDLE_MS, limit / 2),
    onConnect: (client) => closeWhenSilent(client, limit),
  } satisfies PoolConfig;
}

/**
 * Ends a connection that has been silent for the limit, so that its query fails. pg's own `query_timeout` gives up the query
 * only: the connection would return to the pool with the late answer to come, or within a transaction that never ended.
 */
function closeWhenSilent(client: unknown, limit: number) {
  const stream = client instanceof Client && client.connection.stream;
  if (!(stream instanceof Socket)) return;
  stream.setTimeout(limit, () => {
    const seconds = limit / 1_000;
    // The fields by which Prisma knows a failure of the connection.
    const fields = { code: "ETIMEDOUT", errno: -constants.errno.ETIMEDOUT, syscall: "read" };
    stream.destroy(Object.assign(new Error(`The database did not answer within ${seconds} s`), fields));
  });
}
