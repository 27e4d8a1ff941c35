import { chmodSync, mkdirSync } from "node:fs";

/** Creates a folder that only its owner can read, or makes it so: it holds secrets, card tokens and e-mails. */
export function ensurePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
}

/** The mode of a file in such a folder. */
export const PRIVATE_FILE = 0o600;
