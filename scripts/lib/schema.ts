import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export type SchemaFile = { path: string; content: string };

/** Prisma's multi-file schema, one file a feature. */
export function readSchema(root = "."): SchemaFile[] {
  return readAll(path.join(root, "prisma/schema"), ".prisma");
}

/** What Prisma's schema cannot express (partial indexes, checks), one file a feature. Migrations carry it. */
export function readConstraintSql(root = "."): string {
  return readAll(path.join(root, "prisma/constraints"), ".sql")
    .map(({ content }) => content.trim())
    .join("\n\n");
}

function readAll(folder: string, extension: string): SchemaFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => ({
      path: path.join(folder, name),
      content: readFileSync(path.join(folder, name), "utf8"),
    }));
}
