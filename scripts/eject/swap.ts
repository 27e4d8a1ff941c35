import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";

const STAGED = ".data/eject/tree";
const JOURNAL = ".data/eject/journal.json";

export const stagedFolder = (root: string) => path.join(root, STAGED);

/** From here on the staged tree takes the place of the project, now or when the next `npm run eject` finds the journal. */
export function beginSwap(root: string, removed: string[]): void {
  const write = listFiles(stagedFolder(root));
  const draft = path.join(root, `${JOURNAL}.tmp`);
  writeFileSync(draft, JSON.stringify({ write, remove: removed.filter((file) => !write.includes(file)) }));
  renameSync(draft, path.join(root, JOURNAL));
}

export const isSwapUnfinished = (root: string) => existsSync(path.join(root, JOURNAL));

/** Safe to repeat from any point: a run that was interrupted is finished by the next one. */
export function finishSwap(root: string, replace = replaceFile): void {
  const { write, remove } = JSON.parse(readFileSync(path.join(root, JOURNAL), "utf8")) as Journal;
  for (const file of write) replace(path.join(stagedFolder(root), file), path.join(root, file));
  for (const file of remove) rmSync(path.join(root, file), { force: true });
  for (const folder of new Set(remove.map((file) => path.dirname(file)))) removeEmpty(root, folder);
  rmSync(path.join(root, ".data/eject"), { recursive: true, force: true });
}

type Journal = { write: string[]; remove: string[] };

function replaceFile(staged: string, file: string) {
  const content = readFileSync(staged);
  if (existsSync(file) && readFileSync(file).equals(content)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function removeEmpty(root: string, folder: string) {
  const full = path.join(root, folder);
  if (folder === "." || !existsSync(full) || readdirSync(full).length > 0) return;
  rmdirSync(full);
  removeEmpty(root, path.dirname(folder));
}

const listFiles = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
