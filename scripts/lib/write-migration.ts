import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import {
  type Constraint,
  createSql,
  describeRisks,
  dropSql,
  readConstraints,
  readHoldings,
  withoutEqual,
} from "./catalog";
import { serveDatabase } from "./embedded-database";
import {
  applyMigrations,
  findBrokenSeals,
  listMigrations,
  MIGRATIONS,
  readHistory,
  sealMigrations,
} from "./migrations";
import { Refusal } from "./refusal";
import { readConstraintSql, readSchema } from "./schema";
import { type DiffTarget, noFilters, withSchemaEngine } from "./schema-engine";

/** A scratch database in memory, on which migrations and schema are compared. */
export type Shadow = { url: string; client: Client };

export async function withShadow<T>(use: (shadow: Shadow) => Promise<T>): Promise<T> {
  const database = await serveDatabase("memory://");
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    return await use({ url: database.url, client });
  } finally {
    await client.end();
    await database.close();
  }
}

/** What a person asks `npm run migrate:new` for. */
export type MigrationRequest = {
  name: string | undefined;
  /** Without SQL, for a change to rows. */
  isEmpty: boolean;
  /** Asked when rows may be lost or make the migration fail. */
  acceptRisks(risks: string[]): Promise<boolean>;
};

/** Writes the next migration and answers its name. Refuses, with nothing written, when there is no reason for one. */
export async function makeMigration(request: MigrationRequest, shadow: Shadow, root = "."): Promise<string> {
  checkName(request.name, root);
  const broken = findBrokenSeals(root);
  if (broken.length > 0) throw new Refusal(broken.join("\n"));
  if (request.isEmpty) return writeMigration(request.name, "-- Write the SQL here.", root);

  const { sql, risks } = await composeMigration(shadow, root);
  if (!sql) {
    throw new Refusal(
      "Nothing changed: prisma/schema and prisma/constraints agree with the migrations. For a change to rows alone, add --empty.",
    );
  }
  if (risks.length > 0 && !(await request.acceptRisks(risks))) {
    throw new Refusal("Nothing was written. To write the migration nevertheless, add --accept-data-loss.");
  }
  return writeMigration(request.name, sql, root);
}

/**
 * The SQL that leads from the migration history to the schema and its constraints, after it has run on the shadow
 * database, and what it does to a database with rows, a sentence each. Empty when they agree.
 */
export async function composeMigration(
  shadow: Shadow,
  root = ".",
): Promise<{ sql: string; risks: string[] }> {
  const { client } = shadow;
  const wanted = await readWantedConstraints(shadow, root);
  await empty(shadow);
  const script = await diff(shadow, root, { tag: "migrations", ...readHistory(root) });
  await migrateEmpty(shadow, root);
  const before = await readHoldings(client);
  const present = await readConstraints(client);
  const changed = withoutEqual(present, wanted);

  const attempt = async (dropped: Constraint[]) => {
    const drops = dropped.map(dropSql).join("\n");
    await client.query(`${drops}\n${script}`);
    const creates = withoutEqual(wanted, await readConstraints(client))
      .map(createSql)
      .join("\n");
    await client.query(creates);
    return [drops, script, creates].filter(Boolean).join("\n\n");
  };
  try {
    const sql = await attempt(changed);
    return { sql, risks: describeRisks(before, await readHoldings(client)) };
  } catch {
    // PostgreSQL does not change the type of a column that a partial index or a check names: those of the altered
    // tables are dropped first and created again.
    await migrateEmpty(shadow, root);
    const again = await readHoldings(client);
    const altered = present.filter(({ table }) => script.includes(`TABLE "${table}"`));
    const sql = await attempt([...new Set([...changed, ...altered])]);
    return { sql, risks: describeRisks(again, await readHoldings(client)) };
  }
}

/** Writes the next migration of the history, and answers its name. */
export function writeMigration(name: string, sql: string, root = "."): string {
  const folder = `${nextTimestamp(root)}_${name}`;
  mkdirSync(path.join(root, MIGRATIONS, folder));
  writeFileSync(path.join(root, MIGRATIONS, folder, "migration.sql"), `${sql}\n`);
  return folder;
}

function checkName(name: string | undefined, root = "."): asserts name is string {
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Refusal(
      "Name the migration in lower case, with underscores: npm run migrate:new -- add_card_color.",
    );
  }
  const taken = listMigrations(root).find((folder) => folder.replace(/^\d+_/, "") === name);
  if (taken) throw new Refusal(`The name "${name}" is taken by ${MIGRATIONS}/${taken}. Choose another.`);
}

/**
 * Replaces the whole history with one migration. For a project that no database has applied yet: `npm run eject`
 * makes one.
 */
export async function writeFirstMigration(shadow: Shadow, root = "."): Promise<void> {
  const sql = await composeFirstMigration(shadow, root);
  rmSync(path.join(root, MIGRATIONS), { recursive: true, force: true });
  mkdirSync(path.join(root, MIGRATIONS));
  writeFileSync(path.join(root, MIGRATIONS, "migration_lock.toml"), 'provider = "postgresql"\n');
  writeMigration("init", sql.trim(), root);
  sealMigrations(root);
}

async function composeFirstMigration(shadow: Shadow, root: string): Promise<string> {
  await empty(shadow);
  return `${await diff(shadow, root, { tag: "empty" })}\n\n${readConstraintSql(root)}`;
}

async function readWantedConstraints(shadow: Shadow, root: string): Promise<Constraint[]> {
  await shadow.client.query(await composeFirstMigration(shadow, root));
  return readConstraints(shadow.client);
}

async function diff(shadow: Shadow, root: string, from: DiffTarget): Promise<string> {
  const files = readSchema(root);
  const to = { tag: "schemaDatamodel" as const, files };
  const { stdout } = await withSchemaEngine(files, shadow.url, (engine) =>
    engine.diff({ from, to, script: true, exitCode: null, filters: noFilters }),
  );
  const script = stdout?.trim() ?? "";
  return script === "-- This is an empty migration." ? "" : script;
}

async function migrateEmpty(shadow: Shadow, root: string) {
  await empty(shadow);
  await applyMigrations(shadow.url, root);
}

/** A script of Prisma's that failed may have left its own transaction open. */
async function empty({ client }: Shadow) {
  await client.query("ROLLBACK");
  await client.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public;");
}

/** UTC, as Prisma names migrations, and always after the last one. */
function nextTimestamp(root: string): string {
  const last = listMigrations(root).at(-1)?.slice(0, 14) ?? "";
  const now = timestamp(new Date());
  return now > last ? now : String(Number(last) + 1);
}

const timestamp = (date: Date) => date.toISOString().replace(/\D/g, "").slice(0, 14);
