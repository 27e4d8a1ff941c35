export type Party = "browser" | "merchant" | "processout";

/** A method of `lib/processout`. */
export type MadeBy = { file: string; method: string };

/** One call between the browser, this shop and ProcessOut, as the panel *Under the hood* shows it. */
export type Exchange = {
  /** `req_…` or `whk_…#attempt`. */
  id: string;
  /** On the machine's clock, in ISO 8601: the demo's clock can be moved. */
  at: string;
  from: Party;
  to: Party;
  sentence: string;
  method: string;
  path: string;
  query: string;
  /** HTTP status; null for a webhook that was not answered. */
  status: number | null;
  /** ProcessOut's `error_type`. */
  error: string | null;
  durationMs: number;
  idempotencyKey: string | null;
  isReplayed: boolean;
  /** The fault of the sandbox that changed this exchange. */
  fault: string | null;
  /** Without card numbers, secrets and personal data. */
  request: unknown;
  answer: unknown;
  /** The method of `lib/processout` that made the call. Null for calls of the browser and for webhooks. */
  madeBy: MadeBy | null;
};
