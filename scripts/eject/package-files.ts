import type { Feature } from "./features";

/** The files of the tree, by path. */
export type Tree = Map<string, Buffer | string>;

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Settings without the entries and keys that lead to a removed file, and without the lists this leaves empty. */
export function pruneJson(value: Json, isGone: (file: string) => boolean): Json {
  const leads = (text: Json) =>
    typeof text === "string" && isGone(text.replace(/^!/, "").replace(/\/?\*.*$/, ""));
  if (Array.isArray(value)) {
    return value.filter((entry) => !leads(entry)).map((entry) => pruneJson(entry, isGone));
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, entry]) => {
    if (leads(key)) return [];
    const pruned = pruneJson(entry, isGone);
    const isEmptied =
      Array.isArray(pruned) && pruned.length === 0 && Array.isArray(entry) && entry.length > 0;
    return isEmptied ? [] : [[key, pruned] as const];
  });
  return Object.fromEntries(entries);
}

type Manifest = Record<"scripts" | "dependencies" | "devDependencies" | "allowScripts", Record<string, Json>>;

/** Takes the scripts of the removed features out of package.json, and the packages that only they name. */
export function prunePackage(before: Tree, after: Tree, removed: Feature[]): void {
  const text = after.get("package.json");
  if (typeof text !== "string") return;
  const manifest = JSON.parse(text) as Partial<Manifest>;
  for (const script of removed.flatMap(({ scripts = [] }) => scripts)) delete manifest.scripts?.[script];
  for (const group of [manifest.dependencies, manifest.devDependencies]) {
    for (const [name, version] of Object.entries(group ?? {})) {
      const owner = name.replace(/^@types\//, "");
      const isUnused = isNamed(owner, before) && !isNamed(owner, after);
      if (isUnused || isRemovedFolder(version, after)) delete group?.[name];
    }
  }
  after.set("package.json", `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Whether the version is a folder of the project (`file:sandbox`) of which no file is left. */
function isRemovedFolder(version: Json, after: Tree): boolean {
  const folder = typeof version === "string" && /^file:(.+)$/.exec(version)?.[1];
  return Boolean(folder) && ![...after.keys()].some((file) => file.startsWith(`${folder}/`));
}

function isNamed(dependency: string, tree: Tree): boolean {
  const quoted = new RegExp(`["'/]${dependency.replace(/[.]/g, "\\.")}["'/]`);
  for (const [file, content] of tree) {
    const isCode =
      /\.(tsx?|mts|mjs|cjs|js|css|jsonc?)$/.test(file) && !/(^|\/)package(-lock)?\.json$/.test(file);
    if (isCode && typeof content === "string" && quoted.test(content)) return true;
  }
  return false;
}
