import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  type ColumnType,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlQuery,
  type SqlResultSet,
} from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import { Pool } from "pg";
import type { SchemaFile } from "./schema";

export type DiffTarget = engine.DiffTarget;

export const noFilters: engine.SchemaFilter = { externalTables: [], externalEnums: [] };

/**
 * Prisma's own migration engine, as WebAssembly, for as long as `use` takes. The command line would download it as
 * a binary, which a machine without network cannot do. It keeps the same `_prisma_migrations` table, so wherever
 * `prisma migrate` can run it can take over. `diff` from a migration history uses the same database as its shadow
 * database, so that must be an empty one.
 */
export async function withSchemaEngine<T>(
  schema: SchemaFile[],
  databaseUrl: string,
  use: (engine: engine.SchemaEngine) => Promise<T>,
): Promise<T> {
  await loadEngine();
  const pool = new Pool({ connectionString: databaseUrl });
  const connection = await connectForDescribing(pool);
  const adapters = Object.assign(new PrismaPg(pool), { connectToShadowDb: async () => connection });
  try {
    const opened = await engine.SchemaEngine.new(
      { datamodels: schema.map(({ path, content }) => [path, content]) },
      () => {},
      bindMigrationAwareSqlAdapterFactory(adapters),
    );
    return await use(opened);
  } finally {
    await pool.end();
  }
}

let loading: Promise<void> | undefined;

function loadEngine(): Promise<void> {
  loading ??= (async () => {
    const main = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
    const wasm = await readFile(path.join(path.dirname(main), "schema_engine_bg.wasm"));
    const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": { ...engine } });
    engine.__wbg_set_wasm(instance.exports);
    const start = instance.exports.__wbindgen_start;
    if (typeof start === "function") start();
  })();
  return loading;
}

/** A connection whose queries may return PostgreSQL's internal type "char", which `@prisma/adapter-pg` refuses. */
async function connectForDescribing(pool: Pool): Promise<SqlDriverAdapter> {
  const connection = await new PrismaPg(pool).connect();
  const queryRaw = async ({ sql, args }: SqlQuery): Promise<SqlResultSet> => {
    const { fields, rows } = await pool.query({ text: sql, values: args, rowMode: "array" });
    return {
      columnNames: fields.map(({ name }) => name),
      columnTypes: fields.map(({ dataTypeID, name }) => columnTypeOf(dataTypeID, name)),
      rows,
    };
  };
  return Object.assign(connection, { queryRaw });
}

/** The types of PostgreSQL's catalog, by object id. */
const CATALOG_TYPES = new Map<number, ColumnType>([
  [16, ColumnTypeEnum.Boolean],
  [18, ColumnTypeEnum.Character],
  [19, ColumnTypeEnum.Text],
  [20, ColumnTypeEnum.Int64],
  [21, ColumnTypeEnum.Int32],
  [23, ColumnTypeEnum.Int32],
  [25, ColumnTypeEnum.Text],
  [26, ColumnTypeEnum.Int64],
  [1003, ColumnTypeEnum.TextArray],
  [1009, ColumnTypeEnum.TextArray],
  [1043, ColumnTypeEnum.Text],
  [1184, ColumnTypeEnum.DateTime],
]);

function columnTypeOf(oid: number, name: string): ColumnType {
  const type = CATALOG_TYPES.get(oid);
  if (type === undefined)
    throw new Error(`The catalog column "${name}" has the type ${oid}, which is not mapped.`);
  return type;
}
