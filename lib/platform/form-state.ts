/**
 * The state that a server action returns to its form. `values` are what the user typed, to be shown again; never a
 * secret.
 */
export type FormState<Field extends string = string> =
  | { status: "idle" }
  | { status: "invalid"; errors: Partial<Record<Field, string>>; values: Partial<Record<Field, string>> }
  | { status: "failed"; code?: string; message: string; values?: Partial<Record<Field, string>> }
  | { status: "done"; message?: string };

/** The field of every form with the id of the user whom its page was rendered for; empty for a visitor. */
export const RENDERED_FOR = "renderedFor";

export const idle: { status: "idle" } = { status: "idle" };

/** The result of an action that is called with plain arguments. `code` says why it failed. */
export type CallState<Data> =
  | { status: "done"; data: Data }
  | { status: "failed"; code: string; message: string };
