import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** What the production build is made of. Tests beside the sources do not change it. */
const SOURCES = ["app", "components", "lib", "public", "prisma/schema"];
const ROOT_FILES =
  /^(package-lock\.json|tsconfig\.json|proxy\.ts|instrumentation.*\.ts|(next|postcss)\.config\.\w+)$/;

/** A hash over the paths and the contents of everything `next build` reads. */
export function hashSources(root = "."): string {
  const hash = createHash("sha256").update(process.version);
  const rootFiles = readdirSync(root).filter((name) => ROOT_FILES.test(name));
  for (const file of [...SOURCES, ...rootFiles].flatMap((name) => listFiles(path.join(root, name))).sort()) {
    hash.update(`\0${path.relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

function listFiles(start: string): string[] {
  if (!statSync(start, { throwIfNoEntry: false })) return [];
  if (statSync(start).isFile()) return [start];
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}
