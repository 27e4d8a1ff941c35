/**
 * What a server action answers, as a closed union: a form draws each status and nothing else.
 * `values` are what the shopper typed, to be shown again; secrets never travel back.
 */
export type FormState<Field extends string = string> =
  | { status: "idle" }
  | { status: "invalid"; errors: Partial<Record<Field, string>>; values: Partial<Record<Field, string>> }
  | { status: "failed"; message: string; values?: Partial<Record<Field, string>> }
  | { status: "done"; message?: string };

export const idle: { status: "idle" } = { status: "idle" };

/** The same for an action called with plain arguments: `data` is what it answers, `code` says why it did not. */
export type CallState<Data> =
  | { status: "done"; data: Data }
  | { status: "failed"; code: string; message: string };
