import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OrderLineRows, OrderStateBadge, orderFacts } from "@/components/office/orders";
import { PaymentRows } from "@/components/office/payments";
import { Facts, Section } from "@/components/office/primitives";
import { requireStaff } from "@/lib/auth/staff";
import { getOfficeOrder } from "@/lib/office/orders";
import { listPayments } from "@/lib/office/payments";
import { formatMoney } from "@/lib/platform/money";

export const metadata: Metadata = { title: "Order" };

export default async function OfficeOrderPage({ params }: { params: Promise<{ id: string }> }) {
  const staff = await requireStaff();
  const { id } = await params;
  const order = await getOfficeOrder(staff, id);
  if (!order) notFound();
  const payments = await listPayments(staff, { search: "", orderId: id, page: 1 });
  return (
    <>
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-title">
          Order {order.label} · <span className="tabular-nums">{formatMoney(order.total)}</span>
        </h1>
        <OrderStateBadge state={order.state} />
      </header>
      <Facts facts={orderFacts(order)} />
      <Section id="items" title="Items">
        <OrderLineRows lines={order.lines} />
      </Section>
      <Section id="payments" title="Payments">
        <PaymentRows payments={payments.rows} />
      </Section>
    </>
  );
}
