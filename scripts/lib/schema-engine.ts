import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import { Pool } from "pg";
import type { SchemaFile } from "./schema";

export const noFilters: engine.SchemaFilter = { externalTables: [], externalEnums: [] };

/**
 * Prisma's own migration engine, as WebAssembly, for as long as `use` takes. The command line would download it as
 * a binary, which a machine without network cannot do. It keeps the same `_prisma_migrations` table, so wherever
 * `prisma migrate` can run it can take over.
 */
export async function withSchemaEngine<T>(
  schema: SchemaFile[],
  databaseUrl: string,
  use: (engine: engine.SchemaEngine) => Promise<T>,
): Promise<T> {
  await loadEngine();
  const pool = new Pool({ connectionString: databaseUrl });
  const adapters = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool));
  try {
    const opened = await engine.SchemaEngine.new(
      { datamodels: schema.map(({ path, content }) => [path, content]) },
      () => {},
      adapters,
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
