import type { Metadata } from "next";
import { OrderItem } from "@/components/orders/order-item";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireUser } from "@/lib/auth/session";
import { listOrders } from "@/lib/data/orders/read";

export const metadata: Metadata = { title: "Orders" };

type Props = { searchParams: Promise<{ page?: string }> };

export default async function OrdersPage({ searchParams }: Props) {
  const viewer = await requireUser();
  const page = Math.max(1, Number.parseInt((await searchParams).page ?? "1", 10) || 1);
  const { orders, pages } = await listOrders(viewer, { page });
  return (
    <div className="grid gap-8">
      <header className="grid gap-2">
        <h1 className="text-title">Orders</h1>
        <p className="max-w-[56ch] text-muted">Everything you had from us, and what it cost.</p>
      </header>
      {orders.length > 0 ? (
        <ul className="grid gap-4">
          {orders.map((order) => (
            <OrderItem key={order.ref} order={order} />
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
      {pages > 1 && (
        <nav aria-label="Pages" className="flex items-center justify-between text-sm">
          {page > 1 ? <AppLink href={`/orders?page=${page - 1}`}>Newer</AppLink> : <span />}
          <span className="text-muted">
            {page} of {pages}
          </span>
          {page < pages ? <AppLink href={`/orders?page=${page + 1}`}>Older</AppLink> : <span />}
        </nav>
      )}
    </div>
  );
}
