import { randomFillSync } from "node:crypto";

/** In ASCII order, so that ids sort by the time in them. */
const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const pool = Buffer.alloc(8192);
let used = pool.length;

/**
 * `prefix_` and 32 characters of [A-Za-z0-9], the form every ProcessOut id has (server-api.md §6). The first
 * eight are the time: rows made together lie together on disk.
 */
export function newId(prefix: string): string {
  return `${prefix}_${timeText()}${randomText(24)}`;
}

let lastMs = 0;
let lastText = "";

function timeText(): string {
  const now = Date.now();
  if (now === lastMs) return lastText;
  lastMs = now;
  lastText = "";
  for (let left = now, place = 0; place < 8; place++) {
    lastText = ALPHABET[left % 62] + lastText;
    left = Math.floor(left / 62);
  }
  return lastText;
}

/** Random text of [A-Za-z0-9], without bias: bytes above the last full alphabet are discarded. */
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
