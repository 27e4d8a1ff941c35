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

/** The given values, and null for the rest, in the order of the method's parameters. */
export function withNulls({ given = {}, parameters = [] }: Call): Record<string, unknown> {
  return { ...Object.fromEntries(parameters.map((name) => [name, null])), ...given };
}

export const basic = (projectId: string, key: string) => `Basic ${btoa(`${projectId}:${key}`)}`;
