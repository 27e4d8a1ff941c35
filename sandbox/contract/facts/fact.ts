import type { Caller, Reply, Wire } from "../../test-support/caller";

/** What a fact is checked with: the sandbox or the real API, called in the same way. */
export type Target = {
  server: Caller;
  /** Holds the project id and no key, like a browser or a phone. */
  client: Caller;
  /** A form-encoded call, as the curl samples of ProcessOut's pages make. */
  form: (method: string, path: string, fields?: string) => Promise<Reply>;
  /** No credentials at all. */
  stranger: Caller;
  /** A fresh card id of the published test card with this name in scenarios/deck.ts. */
  card: (scenario: string) => Promise<string>;
  customer: (fields?: Wire) => Promise<string>;
  /** A token made with a card and no verification. */
  token: (customer: string, scenario: string) => Promise<string>;
  invoice: (fields?: Wire) => Promise<string>;
};

/** One sentence about ProcessOut's wire, and the call that shows it. */
export type Fact = {
  /** The section that states it in the wire reference this sandbox was built from. */
  section: string;
  says: string;
  /** Where it is known from: recorded answers, SDK source, documentation; `inferred` is our own choice. */
  known: "recorded" | "sdk" | "documented" | "inferred";
  /** Never asked of the real API: it needs the sandbox's control side. */
  sandboxOnly?: true;
  check: (target: Target) => Promise<void>;
};

export const ID = (prefix: string) => new RegExp(`^${prefix}_[A-Za-z0-9]{32}$`);
