import { invalid } from "./errors";
import { isObject } from "./params";

/** What to inline, as a tree: `customer.tokens` is customer → tokens. */
export type Expand = Map<string, Expand>;

export const NOTHING: Expand = new Map();

/** How to inline each sub-resource of one resource. Absent names are not expandable. */
export type Expanders<E, R> = Record<string, (engine: E, row: R, deeper: Expand) => unknown>;

/** Adds the requested sub-resources to a wire object. Throws request.expand.invalid for a name it does not have. */
export function inline<E, R>(
  wire: Record<string, unknown>,
  expanders: Expanders<E, R>,
  engine: E,
  row: R,
  expand: Expand,
): Record<string, unknown> {
  for (const [name, deeper] of expand) {
    const expander = Object.hasOwn(expanders, name) ? expanders[name] : undefined;
    if (!expander) throw invalid("request.expand.invalid", `${name} cannot be expanded here.`, "expand");
    wire[name] = expander(engine, row, deeper);
  }
  return wire;
}

/**
 * Reads `expand` in each of the ways clients write it (server-api.md §1.4): comma-joined, repeated,
 * `expand[]`, `expand[0]`, and a list or text in the body.
 */
export function readExpand(query: URLSearchParams, body: Record<string, unknown>): Expand {
  const names: string[] = [];
  for (const [key, value] of query) if (/^expand(\[\d*\])?$/.test(key)) names.push(value);
  const given = body.expand;
  const listed = isObject(given) ? Object.values(given) : Array.isArray(given) ? given : [given];
  for (const name of listed) if (typeof name === "string") names.push(name);
  if (names.length === 0) return NOTHING;

  const tree: Expand = new Map();
  for (const path of names.flatMap((name) => name.split(",")).slice(0, 50)) insert(tree, path.trim());
  return tree;
}

const MAX_DEPTH = 3;

function insert(tree: Expand, path: string) {
  if (path === "") return;
  let node = tree;
  for (const name of path.split(".").slice(0, MAX_DEPTH)) {
    const next = node.get(name) ?? new Map();
    node.set(name, next);
    node = next;
  }
}
