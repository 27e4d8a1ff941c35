import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/prisma/generated/client";
import { env } from "./env";

/**
 * One Prisma client a process. Pinned on `globalThis` because a page and a route handler can be given
 * different instances of one module, and each would otherwise open a pool of its own.
 */
const slot = globalThis as typeof globalThis & { prisma?: PrismaClient };

export function db(): PrismaClient {
  slot.prisma ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: env().DATABASE_URL, max: 10 }),
  });
  return slot.prisma;
}
