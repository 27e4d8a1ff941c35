import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Refusal } from "./refusal";
import { readSchema } from "./schema";
import { noFilters, withSchemaEngine } from "./schema-engine";

export const MIGRATIONS = "prisma/migrations";
const CHECKSUMS = `${MIGRATIONS}/checksums.json`;
const LOCK_FILE = { path: "migration_lock.toml", content: 'provider = "postgresql"\n' };

/** Applies what is not yet applied, in order, and answers its names. The same history on every PostgreSQL. */
export async function applyMigrations(databaseUrl: string, root = "."): Promise<string[]> {
  const migrationsList = readHistory(root);
  return withSchemaEngine(readSchema(root), databaseUrl, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({ filters: noFilters, migrationsList });
    return appliedMigrationNames;
  }).catch((error) => {
    throw new Refusal(`The migrations could not be applied.\n${error.message}`);
  });
}

/** What `npm run migrate` would apply. */
export async function listPendingMigrations(databaseUrl: string): Promise<string[]> {
  const migrationsList = readHistory(".");
  return withSchemaEngine(readSchema(), databaseUrl, async (engine) => {
    const input = { migrationsList, filters: noFilters, optInToShadowDatabase: false };
    const { history } = await engine.diagnoseMigrationHistory(input);
    return history && "unappliedMigrationNames" in history ? history.unappliedMigrationNames : [];
  });
}

/** The history as the engine takes it. */
export function readHistory(root: string) {
  return {
    baseDir: path.resolve(root, MIGRATIONS),
    shadowDbInitScript: "",
    lockfile: LOCK_FILE,
    migrationDirectories: listMigrations(root).map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: readMigration(root, name) },
      },
    })),
  };
}

/** The names of all migrations, oldest first. */
export function listMigrations(root: string): string[] {
  return readdirSync(path.join(root, MIGRATIONS), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

const readMigration = (root: string, name: string) =>
  readFileSync(path.join(root, MIGRATIONS, name, "migration.sql"), "utf8");

/**
 * Records the checksums of migrations that were applied to a database that is kept. From here on they must not
 * change: another database may have applied them already, and would never see the change.
 */
export function sealMigrations(root = "."): void {
  const sealed = readChecksums(root);
  const unsealed = listMigrations(root).filter((name) => !(name in sealed));
  if (unsealed.length === 0) return;
  for (const name of unsealed) sealed[name] = checksum(readMigration(root, name));
  writeFileSync(path.join(root, CHECKSUMS), `${JSON.stringify(sealed, null, 2)}\n`);
}

/** A sentence for each migration that was changed, deleted or never sealed. */
export function findBrokenSeals(root = "."): string[] {
  const names = listMigrations(root);
  const sealed = readChecksums(root);
  const deleted = Object.keys(sealed).filter((name) => !names.includes(name));
  const changed = names.filter(
    (name) => name in sealed && sealed[name] !== checksum(readMigration(root, name)),
  );
  const unsealed = names.filter((name) => !(name in sealed));
  return [
    ...changed.map(
      (name) =>
        `${MIGRATIONS}/${name} was changed after it had been applied. Restore it, and put the change into a migration of its own: npm run migrate:new -- NAME.`,
    ),
    ...deleted.map(
      (name) =>
        `${MIGRATIONS}/${name} was deleted after it had been applied. Restore it: databases that applied it expect it.`,
    ),
    ...unsealed.map(
      (name) =>
        `${MIGRATIONS}/${name} was never applied. Apply it with npm run migrate, and commit ${CHECKSUMS} with it.`,
    ),
  ];
}

function readChecksums(root: string): Record<string, string> {
  const file = path.join(root, CHECKSUMS);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

/** The checksum that Prisma keeps in `_prisma_migrations`. */
const checksum = (sql: string) => createHash("sha256").update(sql).digest("hex");
