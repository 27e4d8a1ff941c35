import { Prisma } from "@/prisma/generated/client";

/**
 * Whether a write failed because another row already holds its place in the named unique index. The index is named so
 * that a violation of another one is not taken for it. Prisma's message names the columns, which a partial index shares
 * with others; PostgreSQL's index name is in the driver adapter's cause.
 */
export function isUniqueViolation(error: unknown, index: string): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== "P2002") return false;
  const { driverAdapterError } = (error.meta ?? {}) as DriverMeta;
  return driverAdapterError?.cause?.constraint?.index === index;
}

type DriverMeta = { driverAdapterError?: { cause?: { constraint?: { index?: string } } } };
