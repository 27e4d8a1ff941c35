import { setTimeout as wait } from "node:timers/promises";
import type { Fault } from "./faults";
import type { Outgoing } from "./idempotency";

/** How long a fault keeps the caller waiting, in real time. */
export const waitOf = (fault: Fault): Promise<void> => wait(fault.latency_ms ?? 0);

export type Spoilt = { how: "send"; out: Outgoing } | { how: "hang" } | { how: "reset" };

/** What a fault makes of an answer. `out` is the true one, when the work was done. */
export function spoil(fault: Fault, out: Outgoing | undefined): Spoilt {
  const send = (status: number, body: string): Spoilt => ({
    how: "send",
    out: { status, headers: {}, body },
  });
  switch (fault.kind) {
    case "hang":
      return { how: "hang" };
    case "reset":
      return { how: "reset" };
    case "malformed":
      return send(out?.status ?? 200, '{"success": true, "tok');
    case "empty":
      return send(out?.status ?? 200, "");
    case "status":
      return send(fault.status ?? 500, JSON.stringify(failure(fault)));
    default:
      return out ? { how: "send", out } : send(500, JSON.stringify(failure(fault)));
  }
}

function failure({ error_type, status = 500 }: Fault) {
  return {
    success: false,
    error_type: error_type ?? (status === 429 ? "request.rate.exceeded" : "gateway.internal-error"),
    message: "The sandbox was told to fail this request.",
  };
}
