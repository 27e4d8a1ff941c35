import { execFileSync } from "node:child_process";
import { cpSync, existsSync, linkSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from "node:fs";
import path from "node:path";
import { refuse } from "../lib/refusal";
import { finishTree } from "./finish-tree";
import { planEject, type Wish } from "./plan";
import { cutTree, readTree, writeTree } from "./stage";

// For the gate, as a process of its own: copies this project as `npm run eject` leaves it, ready for its own `npm test`.
const { wish, copy } = JSON.parse(process.argv[2] ?? "{}") as { wish: Wish; copy: string };
await makeEjectedCopy(wish, copy).catch(refuse);
// The migration engine keeps a timer of its own for ten seconds.
process.exit();

async function makeEjectedCopy(wish: Wish, folder: string): Promise<void> {
  const removed = planEject(wish);
  writeTree(cutTree(readTree("."), removed), folder);
  await finishTree(
    folder,
    removed.map(({ name }) => name),
  );
  linkPackages("node_modules", path.join(folder, "node_modules"));
  if (existsSync(".next/cache")) cpSync(".next/cache", path.join(folder, ".next/cache"), { recursive: true });
  // A repository of its own: this one ignores the folder that the copy is in, and so would the tools that ask git.
  execFileSync("git", ["init", "-q"], { cwd: folder });
  execFileSync("git", ["add", "-A"], { cwd: folder });
}

/** Hard links: the packages look installed here, and take no room and hardly any time. */
function linkPackages(from: string, to: string) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory() && entry.name === ".cache") continue;
    if (entry.isDirectory()) linkPackages(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkSync(source, target);
  }
}
