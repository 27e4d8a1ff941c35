"use client";

import { useState } from "react";
import { BrandMark } from "@/components/cards/brand-mark";
import type { ScriptSettings } from "@/components/cards/use-processout-fields";
import { OrderDate } from "@/components/payments/order-date";
import { Choice } from "@/components/shop/choice";
import { Alert } from "@/components/ui/alert";
import { AppLink } from "@/components/ui/app-link";
import { Button, ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { ScriptButton } from "@/components/ui/script-button";
import { Spinner } from "@/components/ui/spinner";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Card } from "@/lib/cards/card";
import { cardName, expiryText } from "@/lib/cards/card";
import { formatMoney } from "@/lib/platform/money";
import type { Subscription } from "@/lib/subscriptions/subscription";
import { type PayDueActions, usePayDue } from "./use-pay-outstanding";

type Props = {
  subscription: Subscription;
  cards: Card[];
  agreement: string;
  script: ScriptSettings;
  actions: PayDueActions;
};

/** The way out of a decline: the shopper is here, so the bank can ask. */
export function PayDue({ subscription, cards, agreement, script, actions }: Props) {
  const { id, name, card, next, status, problem, refusedCards, lapsesAt } = subscription;
  const { moment, pay, stop } = usePayDue(script, actions);
  const isHydrated = useHydrated();
  const usable = cards.filter((candidate) => !refusedCards.includes(candidate.id));
  const own = usable.find((candidate) => candidate.id === card?.id);
  const isBank = status === "needs_authentication" && own !== undefined;
  const [wanted, setWanted] = useState(isBank ? own.id : undefined);
  if (!next) return null;
  // A card that was chosen may have been refused for good since.
  const chosen = usable.find((candidate) => candidate.id === wanted)?.id ?? usable[0]?.id;
  const isBusy = moment.at !== "choosing";
  return (
    <Panel aria-labelledby="pay-due" className="grid gap-5">
      <div className="grid gap-1.5">
        <h2 id="pay-due" className="text-xl">
          {TITLES[status] ?? "The last payment did not go through"}
        </h2>
        <p className="text-muted">
          {problem} {status === "retrying" && "We try again by ourselves; you can also pay now. "}
          {card && refusedCards.includes(card.id) && `${cardName(card)} cannot pay for this any more. `}
          {lapsesAt && (
            <>
              {name} ends on <OrderDate date={lapsesAt} /> unless it is paid.
            </>
          )}
        </p>
      </div>
      {chosen && (
        <fieldset disabled={!isHydrated} className="grid min-w-0 gap-2.5" inert={isBusy}>
          {usable.map((choice) => (
            <Choice
              key={choice.id}
              name="pay-with"
              value={choice.id}
              checked={choice.id === chosen}
              onChange={() => setWanted(choice.id)}
            >
              <BrandMark brand={choice.brand} className="h-6 w-9.5 shrink-0" />
              <span className="min-w-0 flex-1 truncate font-medium">{cardName(choice)}</span>
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
      {moment.at === "choosing" && moment.problem && (
        <Alert
          tone={moment.isUnknown ? "warning" : "bad"}
          title={moment.isUnknown ? "We do not know yet" : "Not paid"}
        >
          {moment.problem}
        </Alert>
      )}
      {chosen && <p className="text-sm text-muted">{agreement}</p>}
      <div className="flex flex-wrap gap-3">
        {chosen ? (
          <ScriptButton onClick={() => pay(id, chosen)} aria-disabled={isBusy || undefined}>
            {isBusy && <Spinner />}
            {isBusy
              ? "Your bank is checking…"
              : `${isBank ? "Confirm and pay" : "Pay"} ${formatMoney(next.amount)}`}
          </ScriptButton>
        ) : (
          <ButtonLink href="/cards/new">Add another card</ButtonLink>
        )}
        {moment.at === "paying" && (
          <Button variant="quiet" onClick={stop}>
            Stop
          </Button>
        )}
      </div>
    </Panel>
  );
}

const TITLES: Partial<Record<Subscription["status"], string>> = {
  needs_authentication: "Your bank wants to hear from you",
  needs_card: "Another card, please",
};
