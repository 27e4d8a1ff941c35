import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { answersAt } from "./ports";
import { ensurePrivateFolder } from "./private-folder";
import { Refusal } from "./refusal";

type Holder = { pid: number; url?: string };

export type FolderLock = { publish(url: string): void; release(): void };

/**
 * Takes a data folder for one process: two PGlites on one folder corrupt it without an error.
 * A lock left by a process that was killed is taken over: its process is gone, or nothing answers at its address.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const file = lockFile(folder);
  ensurePrivateFolder(folder);
  // For the files that the database writes into it: this process writes nothing for others.
  process.umask(0o077);
  const holder = readHolder(folder);
  if (holder && (await isAlive(holder))) throw new Refusal(inUse(folder, holder));
  if (holder) rmSync(file, { force: true });
  const mine: Holder = { pid: process.pid };
  try {
    writeFileSync(file, JSON.stringify(mine), { flag: "wx" });
  } catch {
    throw new Refusal(inUse(folder, readHolder(folder)));
  }
  return {
    publish: (url) => writeFileSync(file, JSON.stringify({ ...mine, url })),
    release: () => rmSync(file, { force: true }),
  };
}

/** The address that the folder's holder serves it at, if somebody does. */
export async function findServedUrl(folder: string): Promise<string | undefined> {
  const holder = readHolder(folder);
  return holder?.url && (await isAlive(holder)) ? holder.url : undefined;
}

const lockFile = (folder: string) => path.join(folder, "lock.json");

const inUse = (folder: string, holder?: Holder) =>
  `${folder} is in use by process ${holder?.pid ?? "unknown"}: stop it, or set DATA_DIR to another folder.`;

function readHolder(folder: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(lockFile(folder), "utf8"));
  } catch {
    return undefined;
  }
}

async function isAlive({ pid, url }: Holder): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  // Process ids are reused, in containers at once. A holder that has published its address must answer there.
  return url ? answersAt(Number(new URL(url).port)) : pid !== process.pid;
}
