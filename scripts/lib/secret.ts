import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ensurePrivateFolder, PRIVATE_FILE } from "./private-folder";

/** A secret of this machine: made once, kept in the data folder for its owner only, never in the source. */
export function ensureSecret(dataDir: string, name: string): string {
  const file = path.join(dataDir, name);
  ensurePrivateFolder(dataDir);
  try {
    writeFileSync(file, randomBytes(32).toString("base64url"), { flag: "wx", mode: PRIVATE_FILE });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return readFileSync(file, "utf8").trim();
}
