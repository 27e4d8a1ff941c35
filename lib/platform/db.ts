import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/prisma/generated/client";
import { env } from "./env";

/**
 * One Prisma client per process. On `globalThis` because Next may load this module more than once (pages, routes,
 * instrumentation), and each instance would open a pool of its own.
 */
const slot = globalThis as typeof globalThis & { prisma?: PrismaClient };

export function db(): PrismaClient {
  slot.prisma ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: env().DATABASE_URL, max: 10 }),
  });
  return slot.prisma;
}
