import { type Feature, pathsOf } from "./features";
import type { Tree } from "./package-files";

/** What an eject takes away, for a person to agree to. */
export function describeRemoval(before: Tree, after: Tree, removed: Feature[]): string {
  const lines: string[] = [];
  for (const feature of removed) {
    const paths = pathsOf(feature);
    const files = [...before.keys()].filter((file) =>
      paths.some((one) => file === one || file.startsWith(`${one}/`)),
    );
    const count = files.reduce((sum, file) => sum + countLines(before.get(file)), 0);
    lines.push(`${feature.name.padEnd(14)} ${feature.title}: ${files.length} files, ${count} lines`);
  }
  const changed = [...after].filter(([file, content]) => before.has(file) && before.get(file) !== content);
  const gone = (group: string) => keysOf(before, group).filter((key) => !keysOf(after, group).includes(key));
  const variables = variablesOf(before).filter((name) => !variablesOf(after).includes(name));
  const packages = [...gone("dependencies"), ...gone("devDependencies")];
  lines.push("", `Changed: ${changed.map(([file]) => file).join(", ")}.`);
  if (gone("scripts").length > 0)
    lines.push(`Commands that go: npm run ${gone("scripts").join(", npm run ")}.`);
  if (packages.length > 0) lines.push(`Packages that go: ${packages.join(", ")}.`);
  if (variables.length > 0) lines.push(`Variables that go: ${variables.join(", ")}.`);
  lines.push(`${before.size - after.size} of ${before.size} files go.`);
  return lines.join("\n");
}

const countLines = (content: Buffer | string | undefined) =>
  typeof content === "string" ? content.split("\n").length - 1 : 0;

function keysOf(tree: Tree, group: string): string[] {
  const text = tree.get("package.json");
  return typeof text === "string" ? Object.keys(JSON.parse(text)[group] ?? {}) : [];
}

function variablesOf(tree: Tree): string[] {
  const text = tree.get(".env.example");
  return typeof text === "string"
    ? [...text.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map(([, name = ""]) => name)
    : [];
}
