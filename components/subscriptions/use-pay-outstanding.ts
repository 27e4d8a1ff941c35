"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { ScriptSettings } from "@/components/cards/use-processout-fields";
import type { CheckoutActions, Started } from "@/components/payments/checkout-actions";
import { authorize, type Outcome, outcomeOfFailure } from "@/components/payments/pay";
import type { CallState } from "@/lib/platform/form-state";
import { loadProcessOut } from "@/lib/processout-js";

export type PayDueActions = Pick<CheckoutActions, "finish" | "cancel"> & {
  start: (input: { id: string; cardId: string }) => Promise<CallState<Started>>;
};

type Moment = { at: "choosing"; problem?: string; isUnknown?: boolean } | { at: "paying" } | { at: "done" };

/** One press: the server opens the payment, the browser has the card authorized, the bank asks if it wants to. */
export function usePayDue({ scriptUrl, projectId }: ScriptSettings, actions: PayDueActions) {
  const router = useRouter();
  const [moment, setMoment] = useState<Moment>({ at: "choosing" });
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function payWith(id: string, cardId: string): Promise<Outcome> {
    running.current = new AbortController();
    const { signal } = running.current;
    const client = await loadProcessOut(scriptUrl, projectId);
    const started = await actions.start({ id, cardId });
    if (started.status === "failed") return { kind: "refused", code: started.code, message: started.message };
    if (started.data.kind !== "started") return started.data;
    return authorize(client, actions, started.data, signal);
  }

  async function pay(id: string, cardId: string) {
    if (moment.at !== "choosing") return;
    setMoment({ at: "paying" });
    const outcome = await payWith(id, cardId).catch(outcomeOfFailure);
    if ("message" in outcome) {
      setMoment({ at: "choosing", problem: outcome.message, isUnknown: outcome.kind === "unreachable" });
    } else {
      setMoment({ at: "done" });
      // Not known yet: the order's page asks again until it is.
      if (outcome.kind === "waiting") return location.assign(`/orders/${outcome.orderRef}`);
    }
    router.refresh();
  }

  return { moment, pay, stop: () => running.current?.abort() };
}
