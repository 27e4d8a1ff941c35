import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { Refusal } from "./refusal";
import { readSchema } from "./schema";
import { noFilters, withSchemaEngine } from "./schema-engine";

const folder = path.resolve("prisma/migrations");

/** Applies what is not yet applied, in order, and answers its names. The same history on every PostgreSQL. */
export async function applyMigrations(databaseUrl: string): Promise<string[]> {
  const migrationsList = await readMigrations();
  return withSchemaEngine(readSchema(), databaseUrl, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({ filters: noFilters, migrationsList });
    return appliedMigrationNames;
  }).catch((error) => {
    throw new Refusal(`The migrations could not be applied.\n${error.message}`);
  });
}

/** What `npm run migrate` would apply. */
export async function listPendingMigrations(databaseUrl: string): Promise<string[]> {
  const migrationsList = await readMigrations();
  return withSchemaEngine(readSchema(), databaseUrl, async (engine) => {
    const input = { migrationsList, filters: noFilters, optInToShadowDatabase: false };
    const { history } = await engine.diagnoseMigrationHistory(input);
    return history && "unappliedMigrationNames" in history ? history.unappliedMigrationNames : [];
  });
}

async function readMigrations() {
  const file = path.join(folder, "migration_lock.toml");
  return {
    baseDir: folder,
    shadowDbInitScript: "",
    lockfile: { path: "migration_lock.toml", content: await readFile(file, "utf8") },
    migrationDirectories: await Promise.all((await listMigrations()).map(readMigration)),
  };
}

async function listMigrations(): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function readMigration(name: string) {
  const value = await readFile(path.join(folder, name, "migration.sql"), "utf8");
  return { path: name, migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value } } };
}
