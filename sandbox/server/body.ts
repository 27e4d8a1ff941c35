import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";
import { invalid } from "./errors";
import { isObject } from "./params";

const MAX_DEPTH = 20;
const MAX_FIELDS = 2000;

/**
 * A request body as an object: JSON, or a form with brackets (`metadata[a]=b`, `expand[]=c`). No body is an
 * empty object. Throws request.bad-format (400).
 */
export function parseBody(contentType: string, bytes: Buffer): Record<string, unknown> {
  if (bytes.length === 0) return {};
  if (!isUtf8(bytes)) throw badFormat("The body is not valid UTF-8.");
  const text = bytes.toString("utf8");
  if (contentType.includes("x-www-form-urlencoded")) return parseForm(text);

  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw badFormat("The body is neither JSON nor a form.");
  }
  // PHP encodes an empty object as an empty list.
  if (parsed === null || (Array.isArray(parsed) && parsed.length === 0)) return {};
  if (!isObject(parsed)) throw badFormat("The body has to be a JSON object.");
  if (deeperThan(parsed, MAX_DEPTH)) throw badFormat("The body is nested too deeply.");
  return parsed;
}

const badFormat = (message: string) => invalid("request.bad-format", message);

function deeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  for (const item of Object.values(value)) if (deeperThan(item, levels - 1)) return true;
  return false;
}

type Node = { [name: string]: string | Node };
// Without a prototype, so that no field name reaches one.
const emptyNode = (): Node => Object.create(null);

function parseForm(text: string): Record<string, unknown> {
  const root = emptyNode();
  let fields = 0;
  for (const [key, value] of new URLSearchParams(text)) {
    if (++fields > MAX_FIELDS) throw badFormat("The form has too many fields.");
    const path = key.split(/\]\[|\[|\]/);
    if (path.length > 1 && path.at(-1) === "") path.pop();
    if (path.length > MAX_DEPTH) throw badFormat("The form is nested too deeply.");
    insert(root, path, value);
  }
  return root;
}

/** `a[]` takes the next free index; the readers turn an object of indexes into a list. */
function insert(root: Node, path: string[], value: string) {
  let node = root;
  for (const name of path.slice(0, -1)) {
    const next = node[name];
    const inner = typeof next === "object" ? next : emptyNode();
    node[name] = inner;
    node = inner;
  }
  const last = path.at(-1) ?? "";
  node[last === "" && path.length > 1 ? String(Object.keys(node).length) : last] = value;
}

const MAX_BYTES = 1024 * 1024;
/** Reads and discards up to this size, so that a client that is still sending receives the refusal. */
const MAX_DRAINED = 32 * MAX_BYTES;

/** The whole body; `too-large` past 1 MB, `gone` when the client left. */
export function readBody(request: IncomingMessage): Promise<Buffer | "too-large" | "gone"> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_BYTES) chunks.push(chunk);
      else {
        chunks.length = 0;
        if (size > MAX_DRAINED) request.destroy();
      }
    });
    request.on("end", () => {
      const [first] = chunks;
      if (size > MAX_BYTES) resolve("too-large");
      else resolve(first && chunks.length === 1 ? first : Buffer.concat(chunks));
    });
    request.on("error", () => resolve("gone"));
    request.on("close", () => resolve("gone"));
  });
}
