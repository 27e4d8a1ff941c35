"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Failure, type FailureText, hasAccountChanged } from "@/components/auth/failure";
import { BrandMark } from "@/components/cards/brand-mark";
import type { ScriptSettings } from "@/components/cards/card-fields";
import { OrderDate } from "@/components/payments/order-date";
import { authorize, outcomeOfFailure, type PayOutcome } from "@/components/payments/pay";
import { Choice } from "@/components/shop/choice";
import { AppLink } from "@/components/ui/app-link";
import { Button, ButtonLink } from "@/components/ui/button";
import { useCalls } from "@/components/ui/page-viewer";
import { Panel } from "@/components/ui/panel";
import { ScriptButton } from "@/components/ui/script-button";
import { Spinner } from "@/components/ui/spinner";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Card } from "@/lib/cards/card";
import { cardLabel, expiryText } from "@/lib/cards/card";
import type { CheckoutActions, StartedPayment } from "@/lib/payments/checkout";
import { payLabel } from "@/lib/payments/pay-label";
import type { CallState } from "@/lib/platform/form-state";
import { loadProcessOut } from "@/lib/processout-js";
import { needsAnotherCard, type Subscription } from "@/lib/subscriptions/subscription";

type Props = {
  subscription: Subscription;
  cards: Card[];
  agreement: string;
  script: ScriptSettings;
  actions: Actions;
};

/** Pays the outstanding period on-session (CIT), with a challenge if the issuer requires one. */
export function PayOutstanding({ subscription, cards, agreement, script, actions }: Props) {
  const { id, name, card, next, status, problem, nextTry, declinedCards, lapsesAt } = subscription;
  const { state, pay, stop } = usePayOutstanding(script, actions);
  const isHydrated = useHydrated();
  const payable = cards.filter((candidate) => !declinedCards.includes(candidate.id));
  const own = payable.find((candidate) => candidate.id === card?.id);
  const needsAuthentication = status === "needs_authentication" && own !== undefined;
  const [selected, setSelected] = useState(needsAuthentication ? own.id : undefined);
  if (!next) return null;
  // The selected card may have been declined for good since.
  const chosen = payable.find((candidate) => candidate.id === selected) ?? payable[0];
  const isBusy = state.at !== "choosing";
  return (
    <Panel aria-labelledby="pay-outstanding" className="grid gap-5">
      <div className="grid gap-1.5">
        <h2 id="pay-outstanding" className="text-xl">
          {titleOf(subscription)}
        </h2>
        <p className="text-muted">
          <span>{problem} </span>
          {nextTry && (
            <span>
              Try {nextTry.number} of {nextTry.of}, on <OrderDate date={nextTry.at} />. You can also pay now.{" "}
            </span>
          )}
          {card && declinedCards.includes(card.id) && (
            <span>{cardLabel(card)} cannot pay for this any more. </span>
          )}
          {lapsesAt && (
            <span>
              {name} ends on <OrderDate date={lapsesAt} /> unless it is paid.
            </span>
          )}
        </p>
      </div>
      {chosen && (
        <fieldset disabled={!isHydrated} className="grid min-w-0 gap-2.5" inert={isBusy}>
          {payable.map((choice) => (
            <Choice
              key={choice.id}
              name="pay-with"
              value={choice.id}
              checked={choice.id === chosen.id}
              onChange={() => setSelected(choice.id)}
            >
              <BrandMark brand={choice.brand} className="h-6 w-9.5 shrink-0" />
              <span className="min-w-0 flex-1 truncate font-medium">{cardLabel(choice)}</span>
              <span className="text-sm text-muted tabular-nums">{expiryText(choice)}</span>
            </Choice>
          ))}
          <p className="text-sm">
            <AppLink href="/cards/new" className="font-semibold underline underline-offset-4">
              Add another card
            </AppLink>
          </p>
        </fieldset>
      )}
      {state.at === "choosing" && state.failure && (
        <Failure
          tone={state.isUnknown ? "warning" : "bad"}
          title={state.isUnknown ? "Payment status unknown" : "Not paid"}
          failure={state.failure}
        />
      )}
      {chosen && <p className="text-sm text-muted">{agreement}</p>}
      <div className="flex flex-wrap gap-3">
        {chosen ? (
          <ScriptButton
            onClick={() => pay(id, chosen.id)}
            aria-disabled={isBusy || undefined}
            className="py-2"
          >
            {isBusy && <Spinner />}
            <span>
              {isBusy
                ? "Your bank is checking…"
                : payLabel(next.amount, chosen, needsAuthentication ? "Confirm and pay" : "Pay")}
            </span>
          </ScriptButton>
        ) : (
          <ButtonLink href="/cards/new">Add another card</ButtonLink>
        )}
        {state.at === "paying" && (
          <Button variant="quiet" onClick={stop}>
            Stop
          </Button>
        )}
      </div>
    </Panel>
  );
}

function titleOf(subscription: Subscription): string {
  if (subscription.status === "needs_authentication") return "Your bank asks you to confirm this payment";
  return needsAnotherCard(subscription)
    ? "This subscription needs another card"
    : "The last payment did not go through";
}

type Actions = Pick<CheckoutActions, "finish" | "cancel"> & {
  start: (input: { id: string; cardId: string }) => Promise<CallState<StartedPayment>>;
};

type PayState =
  | { at: "choosing"; failure?: FailureText; isUnknown?: boolean }
  | { at: "paying" }
  | { at: "done" };

/** The server starts the payment, the browser authorizes it, and the server captures it. `stop` cancels it. */
function usePayOutstanding({ scriptUrl, projectId }: ScriptSettings, calls: Actions) {
  const actions = useCalls(calls);
  const router = useRouter();
  const [state, setState] = useState<PayState>({ at: "choosing" });
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function payWith(id: string, cardId: string): Promise<PayOutcome> {
    running.current = new AbortController();
    const { signal } = running.current;
    const client = await loadProcessOut(scriptUrl, projectId);
    const started = await actions.start({ id, cardId });
    if (started.status === "failed") return { kind: "failed", code: started.code, message: started.message };
    if (started.data.kind !== "started") return started.data;
    return authorize(client, actions, started.data, signal);
  }

  async function pay(id: string, cardId: string) {
    if (state.at !== "choosing") return;
    setState({ at: "paying" });
    const outcome = await payWith(id, cardId).catch(outcomeOfFailure);
    if ("message" in outcome) {
      setState({ at: "choosing", failure: outcome, isUnknown: outcome.kind === "unreachable" });
      // A refresh would show the sign-in page instead of the reason.
      if (hasAccountChanged(outcome)) return;
    } else {
      setState({ at: "done" });
      // The outcome is pending: the order's page polls until it is final.
      if (outcome.kind === "pending") return location.assign(`/orders/${outcome.orderRef}`);
    }
    router.refresh();
  }

  return { state, pay, stop: () => running.current?.abort() };
}
