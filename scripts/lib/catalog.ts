import type { Client } from "pg";

/** A constraint that Prisma's schema cannot express, as PostgreSQL writes it. */
export type Constraint = { name: string; table: string; kind: "index" | "check"; definition: string };

/** Partial and expression indexes, indexes with NULLS NOT DISTINCT, check and exclusion constraints. */
export async function readConstraints(client: Client): Promise<Constraint[]> {
  const { rows } = await client.query<Constraint>(`
    SELECT index.relname AS name, owner.relname AS "table", 'index' AS kind, pg_get_indexdef(index.oid) AS definition
      FROM pg_index
      JOIN pg_class index ON index.oid = pg_index.indexrelid
      JOIN pg_class owner ON owner.oid = pg_index.indrelid
     WHERE index.relnamespace = 'public'::regnamespace
       AND (pg_index.indpred IS NOT NULL OR pg_index.indexprs IS NOT NULL OR pg_index.indnullsnotdistinct)
    UNION ALL
    SELECT conname, owner.relname, 'check', pg_get_constraintdef(pg_constraint.oid)
      FROM pg_constraint
      JOIN pg_class owner ON owner.oid = pg_constraint.conrelid
     WHERE owner.relnamespace = 'public'::regnamespace AND contype IN ('c', 'x')
     ORDER BY 2, 1`);
  return rows;
}

export const createSql = ({ name, table, kind, definition }: Constraint) =>
  kind === "index"
    ? `${definition.replace(" ON public.", " ON ")};`
    : `ALTER TABLE "${table}" ADD CONSTRAINT "${name}" ${definition};`;

export const dropSql = ({ name, table, kind }: Constraint) =>
  kind === "index" ? `DROP INDEX "${name}";` : `ALTER TABLE "${table}" DROP CONSTRAINT "${name}";`;

/** What of `some` is not in `others`, or is there with another definition. */
export const withoutEqual = (some: Constraint[], others: Constraint[]) =>
  some.filter((one) => !others.some((other) => createSql(other) === createSql(one)));

/** Everything of a database that can hold data, with the identity PostgreSQL gives it: a renamed column keeps its own. */
export type Holdings = {
  columns: {
    id: string;
    table: string;
    tableId: string;
    column: string;
    type: string;
    required: boolean;
    hasDefault: boolean;
  }[];
  enumValues: { id: string; type: string; value: string }[];
  uniqueIndexes: { id: string; table: string; columns: string }[];
};

export async function readHoldings(client: Client): Promise<Holdings> {
  const columns = await client.query(`
    SELECT attrelid || '.' || attnum AS id, relname AS "table", attrelid::text AS "tableId", attname AS "column",
           format_type(atttypid, atttypmod) AS type, attnotnull AS required, atthasdef AS "hasDefault"
      FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
     ORDER BY relname, attnum`);
  const enumValues = await client.query(`
    SELECT typname || '.' || enumlabel AS id, typname AS type, enumlabel AS value
      FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid
     WHERE typnamespace = 'public'::regnamespace
     ORDER BY 1`);
  const uniqueIndexes = await client.query(`
    SELECT index.relname AS id, owner.relname AS "table",
           (SELECT string_agg(attname, ', ' ORDER BY position)
              FROM unnest(indkey) WITH ORDINALITY AS key(number, position)
              JOIN pg_attribute ON attrelid = indrelid AND attnum = key.number) AS columns
      FROM pg_index
      JOIN pg_class index ON index.oid = indexrelid
      JOIN pg_class owner ON owner.oid = indrelid
     WHERE index.relnamespace = 'public'::regnamespace AND indisunique
     ORDER BY 1`);
  return { columns: columns.rows, enumValues: enumValues.rows, uniqueIndexes: uniqueIndexes.rows };
}

/** What a migration deletes, and what makes it fail on a database that has rows: a sentence each. */
export function describeRisks(before: Holdings, after: Holdings): string[] {
  const tables = new Set(after.columns.map(({ tableId }) => tableId));
  const was = new Map(before.columns.map((column) => [column.id, column]));
  const is = new Map(after.columns.map((column) => [column.id, column]));
  const oldTables = new Map(before.columns.map(({ tableId, table }) => [tableId, table]));

  const lostTables = [...oldTables].filter(([id]) => !tables.has(id));
  const lostColumns = before.columns.filter(({ id, tableId }) => tables.has(tableId) && !is.has(id));
  const cast = after.columns.filter(({ id, type }) => was.has(id) && was.get(id)?.type !== type);
  const required = after.columns.filter(({ id, tableId, required, hasDefault }) => {
    if (!required || !oldTables.has(tableId)) return false;
    const old = was.get(id);
    return old ? !old.required : !hasDefault;
  });
  const keptTypes = new Set(after.enumValues.map(({ type }) => type));
  const lostValues = before.enumValues.filter(
    ({ id, type }) => keptTypes.has(type) && !after.enumValues.some((value) => value.id === id),
  );
  const newUnique = after.uniqueIndexes.filter(
    ({ id, table }) =>
      [...oldTables.values()].includes(table) && !before.uniqueIndexes.some((old) => old.id === id),
  );

  return [
    ...lostTables.map(([, table]) => `The table ${table} is dropped with all its rows.`),
    ...lostColumns.map(
      ({ table, column }) => `The column ${table}.${column} is dropped with all its values.`,
    ),
    ...cast.map(
      ({ id, table, column, type }) =>
        `The values of ${table}.${column} are converted from ${was.get(id)?.type} to ${type}.`,
    ),
    ...lostValues.map(
      ({ type, value }) =>
        `The value ${value} of ${type} is removed: rows that hold it make the migration fail.`,
    ),
    ...required.map(
      ({ table, column }) =>
        `The column ${table}.${column} is required and has no default: rows without a value make the migration fail.`,
    ),
    ...newUnique.map(
      ({ table, columns }) =>
        `${table} gets a unique index on ${columns}: duplicate rows make the migration fail.`,
    ),
  ];
}
