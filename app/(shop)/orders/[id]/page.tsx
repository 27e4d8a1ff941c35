import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OrderDate } from "@/components/payments/order-date";
import { OrderPoller } from "@/components/payments/order-poller";
import { OrderReceipt } from "@/components/payments/order-receipt";
import { KnownCardNotice, OrderBadge, OrderNotice } from "@/components/payments/order-status";
import { NextCharge } from "@/components/subscriptions/next-charge"; // eject: subscriptions
import { AppLink } from "@/components/ui/app-link";
import { requireUser } from "@/lib/auth/session";
import { isGuestKey, shopperOf } from "@/lib/auth/shopper";
import { getOrder } from "@/lib/payments/orders";
import { describePeriods } from "@/lib/subscriptions/describe-periods"; // eject: subscriptions
import { getSubscription } from "@/lib/subscriptions/read-subscriptions"; // eject: subscriptions
import { AccountFrame } from "../../../account-frame";
import { checkOrder } from "./actions";

// A guest's address contains the key to the order: it must not reach another site or a search index.
export const metadata: Metadata = { title: "Order", referrer: "no-referrer", robots: { index: false } };

const calls = { check: checkOrder };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ thanks?: string }> };

export default async function OrderPage({ params, searchParams }: Props) {
  const { id: ref } = await params;
  const shopper = shopperOf(null, ref) ?? (await requireUser());
  const order = await getOrder(shopper, ref);
  if (!order) notFound();
  const { thanks } = await searchParams;
  const isNew = thanks !== undefined && order.status === "paid";
  // eject:start subscriptions
  const viewer = order.subscriptionId ? await requireUser() : null;
  const series = viewer && (await describePeriods(viewer, [ref])).get(ref);
  const subscription = isNew && viewer && series && (await getSubscription(viewer, series.subscriptionId));
  // eject:end subscriptions
  const page = (
    <>
      <header className="grid gap-3">
        <div className="flex flex-wrap items-center gap-3">
          <h1 className="text-title">{isNew ? "Thank you. It is on its way." : `Order ${order.label}`}</h1>
          {!isNew && <OrderBadge status={order.status} />}
        </div>
        <p className="text-muted">
          {isNew && <span>{order.label} · </span>}
          <OrderDate date={order.placedAt} />
        </p>
        {/* eject:start subscriptions */}
        {series && (
          <p>
            <AppLink
              href={`/subscriptions/${series.subscriptionId}`}
              className="underline underline-offset-4"
            >
              {series.text}
            </AppLink>
          </p>
        )}
        {/* eject:end subscriptions */}
      </header>
      <div className="mt-8 grid gap-6">
        {order.status === "paying" && <OrderPoller orderRef={ref} calls={calls} />}
        <OrderNotice order={order} isNew={isNew} isGuest={isGuestKey(ref)} />
        {isNew && thanks === "card-known" && <KnownCardNotice order={order} />}
        {subscription && <NextCharge subscription={subscription} />} {/* eject: subscriptions */}
        <OrderReceipt order={order} />
      </div>
    </>
  );
  if (isGuestKey(ref)) return <div className="mx-auto max-w-3xl px-4 py-10 sm:px-6 sm:py-14">{page}</div>;
  return (
    <AccountFrame>
      <p className="mb-4 text-sm">
        <AppLink href="/orders" className="underline underline-offset-4">
          All orders
        </AppLink>
      </p>
      {page}
    </AccountFrame>
  );
}
