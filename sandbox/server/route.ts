import type { ProjectRow } from "../store/rows";
import type { Engine } from "./engine";
import type { Expand } from "./expand";
import type { Read, Schema } from "./params";

/** The caller: its environment, and whether it holds the private key or only the public one. */
export type Credentials = {
  project: ProjectRow;
  access: "private" | "public";
  /** `X-ProcessOut-Client-Secret`, as sent. The route that accepts it checks it. */
  clientSecret: string | null;
};

/** Everything a handler may know. It is an `Engine`, so it can be handed to any rule. */
export type Context<S extends Schema = Schema> = Engine &
  Credentials & {
    /** Path parameters, decoded: `/customers/:customer` gives `path.customer`. */
    path: Record<string, string>;
    query: URLSearchParams;
    params: Read<S>;
    expand: Expand;
    /** Where this sandbox is, as the caller sees it; no slash at the end. */
    baseUrl: string;
    headers: Record<string, string | undefined>;
    ip: string;
  };

/** `success: true` comes first unless the body says otherwise. 200 unless `status` says otherwise. */
export type Answer = { status?: number; headers?: Record<string, string>; body: Record<string, unknown> };

/**
 * - `private`: the secret key only.
 * - `public`: the project id alone is enough (what a browser or a phone may do).
 * - `client-secret`: the secret key, or the project id with the invoice's client secret.
 * - `anyone`: no credentials are read; `project` is the default one.
 */
export type Access = "private" | "public" | "client-secret" | "anyone";

export type Route<S extends Schema = Schema> = {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Segments may be `:name`. */
  path: string;
  access: Access;
  params: S;
  /** The call is always refused: unknown parameters are not reported. */
  refusesAll?: true;
  /**
   * Synchronous, inside one transaction with everything it writes, the idempotency record included.
   * Throws an ApiError to refuse: nothing is written. Returns `declined(…)` to fail and keep the writes.
   */
  handle: (context: Context<S>) => Answer;
};

/** Keeps the parameter types of one route, and lets routes of different schemas share an array. */
export const route = <S extends Schema>(definition: Route<S>): Route => definition as unknown as Route;

/** A page, script, style sheet, control call or stream: anything that is not ProcessOut's JSON API. */
export type PageContext = Engine & {
  path: Record<string, string>;
  query: URLSearchParams;
  /** The JSON or form body; empty when there is none. */
  body: Record<string, unknown>;
  baseUrl: string;
  headers: Record<string, string | undefined>;
};

export type PageAnswer = {
  status?: number;
  headers?: Record<string, string>;
  /** Sent as it is, or as JSON when it is an object. */
  content: string | Uint8Array | Record<string, unknown>;
  /** `text/html; charset=utf-8` unless given, `application/json` for an object. */
  type?: string;
};

/** A stream that stays open; `start` gets a writer and returns the clean-up for when the client disconnects. */
export type PageStream = { stream: (write: (chunk: string) => void) => () => void; type: string };

export type PageRoute = {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Segments may be `:name`; a last `*` takes the rest of the path as `path.rest`. */
  path: string;
  handle: (context: PageContext) => PageAnswer | PageStream | Promise<PageAnswer | PageStream>;
};
