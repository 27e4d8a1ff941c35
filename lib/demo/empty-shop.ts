import { db } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import { PERSONAS } from "./personas";

/** The rows of those who are signed in: a person who starts over stays signed in. */
const KEPT = ["User", "Session", "_prisma_migrations"];

/**
 * Deletes everything but the personas, whose profiles are as at first. One statement for all tables, so that a job of the
 * worker sees all of a row's neighbours or none. The demo's alone: production has no such function.
 */
export async function emptyShop(): Promise<void> {
  const emails = PERSONAS.map(({ email }) => email);
  await db().$transaction(async (tx) => {
    const tables = await tx.$queryRaw<{ name: string }[]>`
      SELECT quote_ident(tablename) AS name FROM pg_tables
      WHERE schemaname = current_schema() AND tablename NOT IN (${Prisma.join(KEPT)})`;
    await tx.$executeRawUnsafe(`TRUNCATE ${tables.map(({ name }) => name).join(", ")} RESTART IDENTITY`);
    await tx.user.deleteMany({ where: { email: { notIn: emails } } });
    for (const { email, name, profile } of PERSONAS) {
      await tx.user.updateMany({ where: { email }, data: { ...EMPTY_PROFILE, ...profile, name } });
    }
  });
}

const EMPTY_PROFILE = {
  phoneDialingCode: null,
  phoneNumber: null,
  address1: null,
  address2: null,
  city: null,
  state: null,
  zip: null,
  countryCode: null,
};
