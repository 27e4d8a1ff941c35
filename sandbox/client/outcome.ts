export type Outcome = "success" | "failed" | "pending";

export type ApiAnswer = Record<string, unknown> & {
  success?: boolean;
  outcome?: string;
  error_type?: string;
  message?: string;
};

/** `outcome` decides when it is one of the three; else the `success` flag. The HTTP status never does. */
export function readOutcome({ outcome, success }: ApiAnswer): Outcome {
  if (outcome === "success" || outcome === "failed" || outcome === "pending") return outcome;
  return success ? "success" : "failed";
}
