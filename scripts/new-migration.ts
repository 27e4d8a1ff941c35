// Rewrites the one migration from prisma/schema, then appends what Prisma cannot express
// (prisma/constraints). Nothing has shipped yet; from the first release on, migrations are added instead.
// `--check` writes nothing and fails when the migration is stale.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { serveDatabase } from "./lib/embedded-database";
import { readConstraints, readSchema } from "./lib/schema";
import { noFilters, withSchemaEngine } from "./lib/schema-engine";

const file = "prisma/migrations/20261122000000_init/migration.sql";
const schema = readSchema();
const constraints = readConstraints();

// The engine wants a database to talk to even when it compares a schema with nothing.
const database = await serveDatabase("memory://");
const { stdout } = await withSchemaEngine(schema, database.url, (engine) =>
  engine.diff({
    from: { tag: "empty" },
    to: { tag: "schemaDatamodel", files: schema },
    script: true,
    exitCode: null,
    filters: noFilters,
  }),
);
await database.close();
const migration = `${stdout?.trim()}\n\n${constraints}\n`;

if (!process.argv.includes("--check")) {
  await mkdir(file.replace("/migration.sql", ""), { recursive: true });
  await writeFile("prisma/migrations/migration_lock.toml", 'provider = "postgresql"\n');
  await writeFile(file, migration);
  console.log(`Wrote ${file}.`);
} else if ((await readFile(file, "utf8").catch(() => "")) !== migration) {
  console.error("The migration is stale: run node --import tsx scripts/new-migration.ts.");
  process.exitCode = 1;
}
// The migration engine keeps a timer of its own for ten seconds.
process.exit();
