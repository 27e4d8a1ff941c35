/** One SDK method call, before the SDK puts it on the wire. */
export type Call = {
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  /** What the caller gave. */
  given?: Record<string, unknown>;
  /** Every parameter the method knows: the ones not given go out as null (server-api.md §0.8). */
  parameters?: readonly string[];
  expand?: readonly string[];
};

/** What leaves the machine: headers and bytes, to the letter. */
export type RawRequest = {
  method: string;
  /** Path and query. */
  target: string;
  headers: Record<string, string>;
  body?: string;
};

/** How one SDK puts a call on the wire. */
export type Sdk = {
  name: string;
  frame: (call: Call) => RawRequest;
};

/** What the versions of 2026 send besides, by the last part of the path. */
const SINCE_2026: Record<string, readonly string[]> = {
  tokens: ["provision_network_token"],
  authorize: ["provision_network_token", "invoice_line_items", "transaction_link_id"],
  capture: ["provision_network_token", "transaction_link_id"],
};

/** The given values, and null for the rest, in the order of the method's parameters. */
export function withNulls({ path, given = {}, parameters = [] }: Call, version?: "2026") {
  const newer = version ? (SINCE_2026[path.split("/").at(-1) ?? ""] ?? []) : [];
  return { ...Object.fromEntries([...newer, ...parameters].map((name) => [name, null])), ...given };
}

export const basic = (projectId: string, key: string) => `Basic ${btoa(`${projectId}:${key}`)}`;
