import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Feature, pathsOf } from "./features";
import { cutMarks } from "./marks";
import { type Json, pruneJson, prunePackage, type Tree } from "./package-files";

/** Settings that list paths: entries that lead to removed files go. */
const SETTINGS = ["package.json", "biome.json", "knip.json", "tsconfig.json"];

/** They show marks, and mean none. */
export const ABOUT_MARKS = [
  "scripts/eject/eject.test.ts",
  "scripts/eject/features.test.ts",
  "scripts/eject/marks.ts",
  "docs/eject-markers.md",
];

/** What git knows, without what was deleted and not committed. */
export function readTree(root: string): Tree {
  const list = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8", maxBuffer: 1e8 });
  const files = list.split("\0").filter((file) => file && existsSync(path.join(root, file)));
  return new Map(files.map((file) => [file, read(path.join(root, file))]));
}

/** The tree without the features. Nothing is written: a mistake in a mark is found before anything is touched. */
export function cutTree(tree: Tree, removed: Feature[]): Tree {
  const names = new Set(removed.map(({ name }) => name));
  const isGone = isGoneWith(removed);
  const left: Tree = new Map();
  for (const [file, content] of tree) {
    if (isGone(file)) continue;
    left.set(
      file,
      typeof content === "string" && !ABOUT_MARKS.includes(file) ? cutMarks(content, names, file) : content,
    );
  }
  for (const [file, source] of removed.flatMap(({ replacements = {} }) => Object.entries(replacements))) {
    const content = tree.get(source);
    if (content === undefined) throw new Error(`${file} has no replacement: there is no ${source}.`);
    left.set(file, content);
  }
  for (const file of SETTINGS) {
    const content = left.get(file);
    if (typeof content !== "string") continue;
    const settings = pruneJson(JSON.parse(content) as Json, isGone);
    left.set(file, `${JSON.stringify(settings, null, 2)}\n`);
  }
  prunePackage(tree, left, removed);
  return left;
}

export function isGoneWith(removed: Feature[]): (file: string) => boolean {
  const gone = removed.flatMap(pathsOf);
  return (file) => gone.some((one) => file === one || file.startsWith(`${one}/`));
}

export function writeTree(tree: Tree, target: string): void {
  rmSync(target, { recursive: true, force: true });
  for (const [file, content] of tree) {
    mkdirSync(path.dirname(path.join(target, file)), { recursive: true });
    writeFileSync(path.join(target, file), content);
  }
}

function read(file: string): Buffer | string {
  const bytes = readFileSync(file);
  return bytes.includes(0) ? bytes : bytes.toString("utf8");
}
