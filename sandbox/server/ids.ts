import { randomFillSync } from "node:crypto";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const pool = Buffer.alloc(8192);
let used = pool.length;

/** `prefix_` and 32 characters of [A-Za-z0-9], the form every ProcessOut id has (server-api.md §6). */
export function newId(prefix: string): string {
  return `${prefix}_${randomText(32)}`;
}

/** Random text of [A-Za-z0-9], without bias: bytes above the last full alphabet are thrown away. */
export function randomText(length: number): string {
  let text = "";
  while (text.length < length) {
    if (used >= pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    const byte = pool[used++] ?? 255;
    if (byte < ALPHABET.length * 4) text += ALPHABET[byte % ALPHABET.length];
  }
  return text;
}
