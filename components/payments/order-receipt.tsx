import { BrandMark } from "@/components/cards/brand-mark";
import { ProductPicture } from "@/components/shop/art/product-picture";
import { Panel } from "@/components/ui/panel";
import { cardLabel } from "@/lib/cards/card";
import type { Order } from "@/lib/payments/order";
import { wasCaptured } from "@/lib/payments/payment-status";
import { countryName } from "@/lib/platform/countries";
import { formatMoney } from "@/lib/platform/money";
import { findProduct } from "@/lib/shop/catalogue/variants";
import { OrderDate } from "./order-date";

/** Lines, totals, delivery address and card. Suitable for printing. */
export function OrderReceipt({ order }: { order: Order }) {
  const { contact, payment } = order;
  return (
    <Panel aria-label="Receipt" className="grid gap-6">
      <ul className="divide-y divide-line">
        {order.lines.map((line) => {
          const product = findProduct(line.slug);
          return (
            <li key={line.sku} className="grid grid-cols-[4rem_1fr_auto] items-center gap-4 py-4 first:pt-0">
              <span className="plinth grid size-16 place-items-center rounded-control p-1.5">
                {product && <ProductPicture product={product} className="max-h-full w-full" />}
              </span>
              <span className="grid">
                <span className="font-medium">{line.name}</span>
                <span className="text-sm text-muted">
                  {[line.detail, `${line.quantity} × ${formatMoney(line.unitPrice)}`]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </span>
              <span className="tabular-nums">{formatMoney(line.total)}</span>
            </li>
          );
        })}
      </ul>
      <dl className="grid gap-2 border-t border-line pt-5">
        <Row label="Delivery" value="Included" isQuiet />
        <Row label="Total" value={formatMoney(order.total)} />
        {payment && payment.refunded.minor > 0 && (
          <Row label="Refunded" value={formatMoney(payment.refunded)} />
        )}
      </dl>
      <div className="grid gap-6 border-t border-line pt-6 sm:grid-cols-2">
        <section aria-labelledby="receipt-to">
          <h2 id="receipt-to" className="mb-2 text-sm font-semibold text-muted">
            Delivered to
          </h2>
          <address className="grid not-italic">
            <span>{contact.name}</span>
            <span>{contact.address1}</span>
            {contact.address2 && <span>{contact.address2}</span>}
            <span>
              {contact.zip} {contact.city}
            </span>
            <span>{countryName(contact.countryCode)}</span>
          </address>
        </section>
        <section aria-labelledby="receipt-paid">
          <h2 id="receipt-paid" className="mb-2 text-sm font-semibold text-muted">
            Paid with
          </h2>
          {payment && wasCaptured(payment.status) ? (
            <div className="grid gap-1">
              <p className="flex items-center gap-2.5">
                <BrandMark brand={payment.brand} className="h-6 w-9.5" />
                {cardLabel(payment)}
              </p>
              {order.paidAt && (
                <p className="text-sm text-muted">
                  <OrderDate date={order.paidAt} />
                </p>
              )}
            </div>
          ) : (
            <p>Not paid yet</p>
          )}
        </section>
      </div>
    </Panel>
  );
}

const Row = ({ label, value, isQuiet }: { label: string; value: string; isQuiet?: boolean }) => (
  <div
    className={isQuiet ? "flex justify-between gap-4 text-muted" : "flex justify-between gap-4 font-semibold"}
  >
    <dt>{label}</dt>
    <dd className="tabular-nums">{value}</dd>
  </div>
);
