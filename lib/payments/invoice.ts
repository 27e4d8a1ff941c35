import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { toDecimal } from "@/lib/platform/money";
import { processout } from "@/lib/platform/processout";
import { SHOP } from "@/lib/platform/shop-identity";
import type { InvoiceInput } from "@/lib/processout";
import { orderLabel } from "./order";
import type { PlacedOrder } from "./place-order";
import { move, type PaymentRow } from "./queries";
import { wayBack } from "./return-url";
import type { Source } from "./source";
import { agreementFields } from "./stored-credential-fields";

type Payer = Omit<Source, "source">;

/**
 * The payment's invoice, made or answered again; its id is committed before it is answered, because from then on the
 * browser can have the card authorized.
 */
export async function ensureInvoice(order: PlacedOrder, payment: PaymentRow, payer: Payer): Promise<string> {
  if (payment.invoiceId) return payment.invoiceId;
  await db().payment.updateMany({ where: { id: payment.id, invoiceId: null }, data: payer });
  const row = await move(payment, "authorizing", await createInvoice(order, payment, payer));
  if (row.state !== "authorizing" || !row.invoiceId) throw paymentEnded();
  return row.invoiceId;
}

/**
 * An invoice alone charges nothing, so an unknown outcome is repeated under the same key, with the same bytes: order
 * and payer are in rows. Answers the columns of the payment that name it.
 */
export async function createInvoice(order: PlacedOrder, payment: PaymentRow, payer: Payer) {
  const idempotencyKey = `invoice:${payment.id}`;
  const invoice = await processout().invoices.create(invoiceInput(order, payment, payer), { idempotencyKey });
  return { invoiceId: invoice.id, transactionId: invoice.transaction_id ?? null };
}

/** Only the server may take the money. */
function invoiceInput(order: PlacedOrder, payment: PaymentRow, { customerId }: Payer): InvoiceInput {
  const { currency } = order;
  const returnUrl = env().NEXTAUTH_URL + wayBack(order);
  const label = orderLabel(order.number);
  return {
    name: `${SHOP.name}, order ${label}`,
    amount: toDecimal({ minor: payment.amount, currency }),
    currency,
    ...(customerId && { customer_id: customerId }),
    order_id: label,
    reference_id: payment.id,
    require_backend_capture: true,
    ...agreementFields(order.intent, payment.initiation),
    payment_type: "ecommerce",
    details: order.lines.map(({ sku, name, unitPrice, quantity }) => {
      return { name, reference: sku, amount: toDecimal({ minor: unitPrice, currency }), quantity };
    }),
    device: { channel: "web" },
    return_url: returnUrl,
    cancel_url: returnUrl,
    metadata: { order: order.id, payment: payment.id },
  };
}

export const paymentEnded = () =>
  new AppError({
    code: "payment.ended",
    message: "The payment was ended while it was being prepared",
    sentence: "This payment was ended in another tab. Please look at your orders, then try again.",
  });

/** Another payment of the same order is at ProcessOut, and how it ends is not known yet. */
export const paymentUnderWay = () =>
  new AppError({
    code: "payment.under-way",
    message: "Another payment of this order has not ended",
    sentence:
      "A payment for this is under way already. Give it a minute and look at your orders before you pay again.",
  });
