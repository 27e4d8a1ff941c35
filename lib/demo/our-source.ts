import { readFile } from "node:fs/promises";
import type { MadeBy } from "./exchange";

/**
 * The lines of a method of the API client, with the comment above it, as they are in this checkout. Null if the checkout has no
 * such method.
 */
export async function readOurSource({
  file,
  method,
}: MadeBy): Promise<{ line: number; code: string } | null> {
  const lines = (await readFile(file, "utf8").catch(() => "")).split("\n");
  const start = lines.findIndex((line) => new RegExp(`^ {4}(async )?${method}\\(`).test(line));
  if (start < 0) return null;
  const end = lines.findIndex((line, index) => index >= start && /^ {4}\},?$/.test(line));
  let first = start;
  while (/^ {4}( ?\*|\/\*\*)/.test(lines[first - 1] ?? "")) first -= 1;
  const code = lines.slice(first, end + 1).map((line) => line.replace(/^ {4}/, ""));
  return { line: start + 1, code: code.join("\n") };
}
