import type { ReactNode } from "react";
import { BrandMark } from "@/components/cards/brand-mark";
import { OrderDate } from "@/components/payments/order-date";
import { Panel } from "@/components/ui/panel";
import { cardLabel } from "@/lib/cards/card";
import { formatMoney } from "@/lib/platform/money";
import type { Subscription } from "@/lib/subscriptions/subscription";

/** The next payment: amount, date and card. `change` is the button that changes the card. */
export function NextPayment({ subscription, change }: { subscription: Subscription; change: ReactNode }) {
  const { next, card, status, count, paidPeriods, isDisputed } = subscription;
  if (!next) return null;
  return (
    <Panel aria-labelledby="next-payment" className="grid gap-5 sm:grid-cols-2">
      <div className="grid content-start gap-1">
        <h2 id="next-payment" className="text-sm font-semibold text-muted">
          {status === "active" ? "Next payment" : status === "paused" ? "Paused" : "Outstanding"}
        </h2>
        <p className="font-display text-3xl font-semibold tabular-nums">{formatMoney(next.amount)}</p>
        <p>
          {status === "paused" ? (
            <span key="paused">{pausedText(isDisputed)}</span>
          ) : (
            <span>
              {status === "active" ? "On" : "Since"} <OrderDate date={next.dueAt} />
            </span>
          )}
          {count !== null && (
            <span>
              , instalment {paidPeriods + 1} of {count}
            </span>
          )}
        </p>
      </div>
      <div className="grid content-start gap-2">
        <h3 className="text-sm font-semibold text-muted">Charged to</h3>
        <p className="flex items-center gap-2.5">
          {card ? (
            <>
              <BrandMark brand={card.brand} className="h-6 w-9.5" />
              <span>{cardLabel(card)}</span>
            </>
          ) : (
            <span>No card: the saved card was deleted</span>
          )}
        </p>
        {change}
      </div>
    </Panel>
  );
}

export const pausedText = (isDisputed: boolean) =>
  isDisputed
    ? "A payment was disputed with your bank. Nothing is charged until we have decided with you. Please write to us."
    : "Nothing is charged until you resume.";
