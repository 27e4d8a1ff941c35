import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cancelPayment, finishPayment } from "@/app/(shop)/checkout/actions";
import { checkOrder } from "@/app/(shop)/orders/[id]/actions";
import { OrderPoller } from "@/components/payments/order-poller";
import { ChangeCard } from "@/components/subscriptions/change-card";
import { NextPayment } from "@/components/subscriptions/next-payment";
import { PastPayments } from "@/components/subscriptions/past-payments";
import { PayOutstanding } from "@/components/subscriptions/pay-outstanding";
import { SubscriptionBadge } from "@/components/subscriptions/subscription-badge";
import { SubscriptionControls } from "@/components/subscriptions/subscription-controls";
import {
  FinalChargeNotice,
  LapsedNotice,
  RefundNotice,
} from "@/components/subscriptions/subscription-notices";
import { requireUser } from "@/lib/auth/session";
import { CONSENTS, consentFor } from "@/lib/payments/consent";
import { listOrders } from "@/lib/payments/orders";
import { syncPayableCards } from "@/lib/payments/payable-cards";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { pageNumber } from "@/lib/platform/page-number";
import { findSeriesRefund } from "@/lib/subscriptions/after-refund";
import { getSubscription } from "@/lib/subscriptions/read-subscriptions";
import { rhythmOf } from "@/lib/subscriptions/subscription";
import { hasOutstanding, isOver } from "@/lib/subscriptions/subscription-status";
import { cancelSubscription, changeCard, pauseSubscription, resumeSubscription } from "../actions";
import { payOutstanding } from "./actions";

export const metadata: Metadata = { title: "Subscription" };

const calls = { check: checkOrder };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ page?: string | string[] }> };

export default async function SubscriptionPage({ params, searchParams }: Props) {
  const viewer = await requireUser();
  const { id } = await params;
  const asked = pageNumber.parse((await searchParams).page);
  const subscription = await getSubscription(viewer, id).catch(asMissing);
  if (!subscription) notFound();
  const refund = await findSeriesRefund(viewer, id);
  const { cards } = await syncPayableCards(viewer);
  const { orders, page, pages } = await listOrders(viewer, { subscriptionId: id, page: asked });
  const { PROCESSOUT_JS_URL: scriptUrl, PROCESSOUT_PROJECT_ID: projectId } = env();
  const agreement = CONSENTS[consentFor(subscription)];
  const isOutstanding = hasOutstanding(subscription.status);
  const change = (
    <ChangeCard
      id={id}
      cards={cards}
      current={subscription.card?.id ?? null}
      agreement={agreement}
      action={changeCard}
    />
  );
  return (
    <div className="grid gap-6">
      <header className="grid gap-2">
        <div className="flex flex-wrap items-center gap-3">
          <h1 className="text-title">{subscription.name}</h1>
          <SubscriptionBadge status={subscription.status} />
        </div>
        <p className="text-muted">
          {rhythmOf(subscription)} · {subscription.detail}
        </p>
      </header>
      {subscription.lapsesAt && isOver(subscription.status) && (
        <LapsedNotice lapsedAt={subscription.lapsesAt} slug={subscription.slug} />
      )}
      {refund && <RefundNotice refund={refund} status={subscription.status} />}
      {subscription.charge && isOver(subscription.status) && (
        <FinalChargeNotice charge={subscription.charge} />
      )}
      {isOutstanding && (
        <PayOutstanding
          subscription={subscription}
          cards={cards}
          agreement={agreement}
          script={{ scriptUrl, projectId }}
          actions={{ start: payOutstanding, finish: finishPayment, cancel: cancelPayment }}
        />
      )}
      {subscription.charge?.status === "under-way" && (
        <OrderPoller orderRef={subscription.charge.orderRef} calls={calls} />
      )}
      <NextPayment subscription={subscription} change={isOutstanding ? null : change} />
      <PastPayments orders={orders} page={page} pages={pages} path={`/subscriptions/${id}`} />
      <SubscriptionControls
        subscription={subscription}
        pause={pauseSubscription}
        resume={resumeSubscription}
        cancel={cancelSubscription}
      />
    </div>
  );
}

function asMissing(error: unknown) {
  if (error instanceof AppError && error.code === "not-found") return null;
  throw error;
}
