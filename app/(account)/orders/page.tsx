import type { Metadata } from "next";
import { OrderItem } from "@/components/payments/order-item";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageLinks } from "@/components/ui/page-links";
import { requireUser } from "@/lib/auth/session";
import { listOrders } from "@/lib/payments/orders";
import { pageNumber } from "@/lib/platform/page-number";
import { describePeriods } from "@/lib/subscriptions/describe-periods"; // eject: subscriptions

export const metadata: Metadata = { title: "Orders" };

type Props = { searchParams: Promise<{ page?: string | string[] }> };

export default async function OrdersPage({ searchParams }: Props) {
  const viewer = await requireUser();
  const asked = pageNumber.parse((await searchParams).page);
  const { orders, page, pages } = await listOrders(viewer, { page: asked });
  // eject:start subscriptions
  const series = await describePeriods(
    viewer,
    orders.map(({ ref }) => ref),
  );
  // eject:end subscriptions
  return (
    <div className="grid gap-8">
      <header className="grid gap-2">
        <h1 className="text-title">Orders</h1>
        <p className="max-w-[56ch] text-muted">Everything you had from us, and what it cost.</p>
      </header>
      {orders.length > 0 ? (
        <ul className="grid gap-4">
          {orders.map((order) => (
            <OrderItem
              key={order.ref}
              order={order}
              series={series.get(order.ref)} // eject: subscriptions
            />
          ))}
        </ul>
      ) : (
        <EmptyState
          title="No orders yet"
          action={<ButtonLink href="/#coffee">See this week&rsquo;s coffees</ButtonLink>}
        >
          The first one usually is Landfall. The second one always is.
        </EmptyState>
      )}
      <PageLinks page={page} pages={pages} path="/orders" label="Pages of orders" />
    </div>
  );
}
