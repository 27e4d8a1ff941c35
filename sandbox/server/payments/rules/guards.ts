import { invalid } from "../../errors";

export function requireAmount(condition: boolean, message: string): asserts condition {
  if (!condition) throw invalid("request.validation.invalid-amount", message, "amount");
}

/** INF: ProcessOut documents which statuses an action needs, not the code that refuses the others. */
export function requireState(condition: boolean, message: string): asserts condition {
  if (!condition) throw invalid("gateway.invalid-state", message);
}
