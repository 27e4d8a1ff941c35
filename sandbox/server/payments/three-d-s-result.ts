import { randomUUID } from "node:crypto";
import type { ThreeDS } from "../../store/payment-rows";
import type { AuthenticationRow } from "../../store/rows";

const COMPLETION = { "not-asked": "U", asked: "N", completed: "Y", "timed-out": "N" } as const;

/** A run of 3-D Secure as transactions show it (server-api.md §4.6). */
export function threeDSOf(run: AuthenticationRow): ThreeDS {
  const isAuthenticated = run.result === "authenticated";
  const letter = isAuthenticated ? "Y" : "N";
  return {
    version: run.version === 2 ? "2.2.0" : "1.0.2",
    status: isAuthenticated ? "success" : "failed",
    fingerprinted: run.fingerprint === "completed",
    challenged: run.challenged,
    // C: the bank wanted a challenge, whose own answer is the CRes.
    ares_trans_status: run.challenged ? "C" : letter,
    cres_trans_status: run.challenged ? letter : null,
    ds_trans_id: randomUUID(),
    fingerprint_completion_indicator: COMPLETION[run.fingerprint],
    server_trans_id: run.id,
  };
}
