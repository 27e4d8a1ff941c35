import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { sealMigrations } from "../lib/migrations";
import { Refusal } from "../lib/refusal";
import { composeMigration, withShadow, writeFirstMigration, writeMigration } from "../lib/write-migration";

/** What can only be made from the files that are left: migration, lock file, layout of the code. */
export async function finishTree(
  tree: string,
  removed: string[],
  options = { keepHistory: false },
): Promise<void> {
  await migrate(tree, removed, options);
  pruneLock(tree);
  // Git ignores the folder that the tree is in, and Biome would ignore it too.
  const bin = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
  const biome = (...args: string[]) =>
    run(process.execPath, [bin, ...args, "--vcs-enabled=false", "."], tree);
  biome("lint", "--write", "--unsafe", "--only=correctness/noUnusedImports");
  biome("check", "--write");
}

/** One fresh migration; or, for databases that have applied the history, one more that drops the tables. */
function migrate(tree: string, removed: string[], { keepHistory }: { keepHistory: boolean }): Promise<void> {
  return withShadow(async (shadow) => {
    if (!keepHistory) return writeFirstMigration(shadow, tree);
    const { sql } = await composeMigration(shadow, tree);
    if (sql) writeMigration(`remove_${removed.join("_")}`, sql, tree);
    sealMigrations(tree);
  });
}

/** npm takes what nobody needs any more out of the lock file; nothing new is in it, so it needs no network. */
function pruneLock(tree: string) {
  const args = ["install", "--package-lock-only", "--ignore-scripts", "--offline", "--no-audit", "--no-fund"];
  const npm = process.env.npm_execpath;
  if (npm) run(process.execPath, [npm, ...args], tree);
  else run("npm", args, tree);
}

function run(command: string, args: string[], cwd: string) {
  try {
    execFileSync(command, args, {
      cwd,
      stdio: "pipe",
      encoding: "utf8",
      shell: process.platform === "win32",
    });
  } catch (error) {
    const output = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
    throw new Refusal(
      `${output.trim()}\nNothing was changed: ${path.basename(command)} ${args[0]} failed on what would be left.`,
    );
  }
}
