import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { serveDatabase } from "./embedded-database";
import { applyMigrations, findBrokenSeals, listMigrations, sealMigrations } from "./migrations";
import {
  composeMigration,
  makeMigration,
  type Shadow,
  writeFirstMigration,
  writeMigration,
} from "./write-migration";

let server: Awaited<ReturnType<typeof serveDatabase>>;
let shadow: Shadow;
let root: string;

beforeAll(async () => {
  server = await serveDatabase("memory://");
  const client = new Client({ connectionString: server.url });
  await client.connect();
  shadow = { url: server.url, client };
});

afterAll(async () => {
  await shadow.client.end();
  await server.close();
});

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "migrations-"));
  return () => rmSync(root, { recursive: true, force: true });
});

const file = (name: string) => path.join(root, "prisma", name);

function change(name: string, from: string | RegExp, to: string) {
  const before = readFileSync(file(name), "utf8");
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(file(name), after);
}

describe("an adopter's database", () => {
  let database: Awaited<ReturnType<typeof serveDatabase>>;
  let client: Client;

  beforeAll(async () => {
    database = await serveDatabase("memory://");
    client = new Client({ connectionString: database.url });
    await client.connect();
  });

  afterAll(async () => {
    await client.end();
    await database.close();
  });

  it("keeps its rows when a column is added to today's schema and migrated", async () => {
    for (const folder of ["schema", "constraints", "migrations"]) {
      cpSync(`prisma/${folder}`, file(folder), { recursive: true });
    }
    await applyMigrations(database.url, root);
    await client.query(
      `INSERT INTO "User" ("id", "email", "updatedAt") VALUES ('u1', 'ada@example.com', now())`,
    );

    change("schema/auth.prisma", "  email ", "  favouriteRoast String?\n  email ");
    const { sql, risks } = await composeMigration(shadow, root);
    expect(risks).toEqual([]);
    expect(sql).toBe('-- AlterTable\nALTER TABLE "User" ADD COLUMN     "favouriteRoast" TEXT;');
    const name = writeMigration("favourite_roast", sql, root);

    expect(await applyMigrations(database.url, root)).toEqual([name]);
    expect((await client.query(`SELECT "email", "favouriteRoast" FROM "User"`)).rows).toEqual([
      { email: "ada@example.com", favouriteRoast: null },
    ]);
    expect((await composeMigration(shadow, root)).sql).toBe("");
  });
});

const SCHEMA = `generator client {
  provider = "prisma-client"
  output   = "../generated"
}

datasource db {
  provider = "postgresql"
}

model Card {
  id    String @id
  last4 String
  name  String?
  state State
}

model Note {
  id String @id
}

enum State {
  open
  closed
  lost
}
`;
const CONSTRAINTS = `CREATE UNIQUE INDEX "Card_one_open" ON "Card"("last4") WHERE "state" = 'open';
ALTER TABLE "Card" ADD CONSTRAINT "Card_last4_is_four_digits" CHECK ("last4" ~ '^[0-9]{4}$');
`;

async function startProject() {
  for (const folder of ["schema", "constraints"]) mkdirSync(file(folder), { recursive: true });
  writeFileSync(file("schema/all.prisma"), SCHEMA);
  writeFileSync(file("constraints/all.sql"), CONSTRAINTS);
  await writeFirstMigration(shadow, root);
}

describe("the next migration", () => {
  beforeEach(startProject);

  it("is empty when nothing changed", async () => {
    expect(await composeMigration(shadow, root)).toEqual({ sql: "", risks: [] });
  });

  it("says which data is lost and what rows make it fail", async () => {
    change("schema/all.prisma", /model Note[^}]*}\n/, "");
    change("schema/all.prisma", "  name  String?", "  label String");
    change("schema/all.prisma", "  last4 String", "  last4 String @unique");
    const { risks } = await composeMigration(shadow, root);
    expect(risks).toEqual([
      "The table Note is dropped with all its rows.",
      "The column Card.name is dropped with all its values.",
      "The column Card.label is required and has no default: rows without a value make the migration fail.",
      "Card gets a unique index on last4: duplicate rows make the migration fail.",
    ]);
  });

  it("removes a value of an enum that a partial index names, and keeps the index", async () => {
    change("schema/all.prisma", "  lost\n", "");
    const { sql, risks } = await composeMigration(shadow, root);
    expect(risks).toEqual(["The value lost of State is removed: rows that hold it make the migration fail."]);
    expect(sql).toMatch(/^DROP INDEX "Card_one_open";/m);
    expect(sql).toContain('CREATE UNIQUE INDEX "Card_one_open" ON "Card"');
    writeMigration("no_lost", sql, root);
    expect((await composeMigration(shadow, root)).sql).toBe("");
  });

  it("adds, changes and drops constraints that Prisma's schema cannot express", async () => {
    change("constraints/all.sql", /CREATE UNIQUE INDEX.*\n/, "");
    change("constraints/all.sql", "{4}", "{2,4}");
    appendFileSync(file("constraints/all.sql"), `CREATE INDEX "Card_lower" ON "Card"(lower("name"));\n`);
    const { sql } = await composeMigration(shadow, root);
    expect(sql.split("\n")).toEqual([
      'ALTER TABLE "Card" DROP CONSTRAINT "Card_last4_is_four_digits";',
      'DROP INDEX "Card_one_open";',
      "",
      `ALTER TABLE "Card" ADD CONSTRAINT "Card_last4_is_four_digits" CHECK ((last4 ~ '^[0-9]{2,4}$'::text));`,
      'CREATE INDEX "Card_lower" ON "Card" USING btree (lower(name));',
    ]);
    writeMigration("constraints", sql, root);
    expect((await composeMigration(shadow, root)).sql).toBe("");
  });

  it("finds a constraint that only a migration knows", async () => {
    writeMigration("by_hand", `ALTER TABLE "Card" ADD CONSTRAINT "Card_named" CHECK ("name" <> '');`, root);
    expect((await composeMigration(shadow, root)).sql).toBe(
      'ALTER TABLE "Card" DROP CONSTRAINT "Card_named";',
    );
  });

  it("stands after the last one, whatever the clock says", () => {
    mkdirSync(file("migrations/29991231235958_later"));
    writeFileSync(file("migrations/29991231235958_later/migration.sql"), "");
    expect(writeMigration("second", "SELECT 1;", root)).toBe("29991231235959_second");
  });
});

describe("a fresh history", () => {
  beforeEach(startProject);

  it("has one migration, whatever was there before, and leads to the schema", async () => {
    change("schema/all.prisma", "  name  String?", "  name  String?\n  color String?");
    writeMigration("add_color", (await composeMigration(shadow, root)).sql, root);
    change("schema/all.prisma", /model Note[^}]*}\n/, "");
    await writeFirstMigration(shadow, root);
    expect(listMigrations(root)).toEqual([expect.stringMatching(/_init$/)]);
    expect(await composeMigration(shadow, root)).toEqual({ sql: "", risks: [] });
    expect(findBrokenSeals(root)).toEqual([]);
  });
});

describe("a migration that was applied", () => {
  beforeEach(startProject);

  it("must not change and must not go, and the way out is another migration", () => {
    expect(findBrokenSeals(root)).toEqual([]);
    const [init] = listMigrations(root);
    appendFileSync(file(`migrations/${init}/migration.sql`), "-- edited\n");
    expect(findBrokenSeals(root)).toEqual([
      `prisma/migrations/${init} was changed after it had been applied. Restore it, and put the change into a migration of its own: npm run migrate:new -- NAME.`,
    ]);
    rmSync(file(`migrations/${init}`), { recursive: true });
    expect(findBrokenSeals(root)).toEqual([
      `prisma/migrations/${init} was deleted after it had been applied. Restore it: databases that applied it expect it.`,
    ]);
  });

  it("is sealed once; a new one may change until it is applied", () => {
    const name = writeMigration("second", "SELECT 1;", root);
    expect(findBrokenSeals(root)).toEqual([
      `prisma/migrations/${name} was never applied. Apply it with npm run migrate, and commit prisma/migrations/checksums.json with it.`,
    ]);
    sealMigrations(root);
    expect(findBrokenSeals(root)).toEqual([]);
    appendFileSync(file(`migrations/${name}/migration.sql`), "SELECT 2;");
    sealMigrations(root);
    expect(findBrokenSeals(root)).toHaveLength(1);
  });
});

describe("npm run migrate:new", () => {
  beforeEach(startProject);

  const ask = (name?: string, { isEmpty = false, accepts = false } = {}) => {
    const acceptRisks = vi.fn(async () => accepts);
    return { acceptRisks, made: makeMigration({ name, isEmpty, acceptRisks }, shadow, root) };
  };

  it("writes nothing when nothing changed", async () => {
    await expect(ask("nothing").made).rejects.toThrow(/^Nothing changed/);
    expect(listMigrations(root)).toHaveLength(1);
  });

  it("writes nothing when data would be lost, unless that is accepted", async () => {
    change("schema/all.prisma", "  name  String?\n", "");
    const { acceptRisks, made } = ask("drop_name");
    await expect(made).rejects.toThrow(/^Nothing was written.*--accept-data-loss/);
    expect(acceptRisks).toHaveBeenCalledWith(["The column Card.name is dropped with all its values."]);
    expect(listMigrations(root)).toHaveLength(1);

    const name = await ask("drop_name", { accepts: true }).made;
    expect(listMigrations(root)).toEqual([expect.stringMatching(/_init$/), name]);
  });

  it("needs a name that no other migration has", async () => {
    await expect(ask("init").made).rejects.toThrow(
      /^The name "init" is taken by prisma\/migrations\/\d+_init\./,
    );
    await expect(ask("Init!").made).rejects.toThrow(/^Name the migration in lower case/);
    await expect(ask().made).rejects.toThrow(/^Name the migration in lower case/);
  });

  it("writes one without SQL on request, but never on top of a history that was changed", async () => {
    const name = await ask("fill_in", { isEmpty: true }).made;
    await expect(ask("again", { isEmpty: true }).made).rejects.toThrow(`${name} was never applied`);
  });
});
