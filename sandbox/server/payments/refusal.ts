/** A request that the state of the transaction forbids. Nothing was changed and no gateway was asked. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(
    /** One of ProcessOut's error types (server-api.md §2). */
    readonly code: "request.validation.invalid-amount" | "gateway.invalid-state",
    message: string,
  ) {
    super(message);
  }
}

export function requireAmount(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Refusal("request.validation.invalid-amount", message);
}

/** INF: ProcessOut documents which statuses an action needs, not the code that refuses the others. */
export function requireState(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Refusal("gateway.invalid-state", message);
}
