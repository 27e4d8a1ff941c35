import { db } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";

type Rows = {
  Order: Prisma.OrderCreateManyInput;
  OrderLine: Prisma.OrderLineCreateManyInput;
  Payment: Prisma.PaymentCreateManyInput;
};

/**
 * Inserts rows of the same columns that are not there yet. As `createMany` with `skipDuplicates`, but all rows are one
 * parameter: for hundreds of charges a minute, building a thousand of them is most of what a worker does.
 */
export function insertRows<Table extends keyof Rows>(table: Table, rows: readonly Rows[Table][]) {
  const into = Prisma.raw(`"${table}"`);
  const columns = Prisma.raw(
    Object.keys(rows[0] ?? {})
      .map((name) => `"${name}"`)
      .join(", "),
  );
  return db().$executeRaw`
    INSERT INTO ${into} (${columns})
    SELECT ${columns} FROM json_populate_recordset(NULL::${into}, ${JSON.stringify(rows)}::json)
    ON CONFLICT DO NOTHING`;
}
