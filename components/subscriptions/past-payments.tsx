import { OrderDate } from "@/components/payments/order-date";
import { OrderBadge } from "@/components/payments/order-status";
import { AppLink } from "@/components/ui/app-link";
import { PageLinks } from "@/components/ui/page-links";
import { Panel } from "@/components/ui/panel";
import type { Order } from "@/lib/payments/order";
import { formatMoney } from "@/lib/platform/money";

type Props = { orders: Order[]; page: number; pages: number; path: string };

/** The orders of all periods, the newest first. */
export function PastPayments({ orders, ...pages }: Props) {
  return (
    <Panel aria-labelledby="past-payments" className="grid gap-3">
      <h2 id="past-payments" className="text-xl">
        All payments
      </h2>
      <ul className="divide-y divide-line">
        {orders.map((order) => (
          <li
            key={order.ref}
            className="relative grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 py-3.5 sm:grid-cols-[1fr_auto_6.5rem]"
          >
            <AppLink
              href={`/orders/${order.ref}`}
              className="font-medium after:absolute after:inset-0 hover:underline"
            >
              <OrderDate date={order.paidAt ?? order.placedAt} />
            </AppLink>
            <span className="justify-self-end tabular-nums">{formatMoney(order.total)}</span>
            <span className="max-sm:col-span-2 sm:justify-self-end">
              <OrderBadge status={order.status} />
            </span>
          </li>
        ))}
      </ul>
      <PageLinks {...pages} label="Pages of payments" />
    </Panel>
  );
}
