import { env } from "@/lib/platform/env";
import { toDecimal } from "@/lib/platform/money";
import { processout } from "@/lib/platform/processout";
import { SHOP } from "@/lib/platform/shop-identity";
import type { InvoiceInput } from "@/lib/processout";
import type { Initiation, OrderIntent } from "@/prisma/generated/client";
import { orderLabel } from "./order";
import type { PlacedOrder } from "./place-order";
import type { PaymentRow } from "./queries";

type InvoiceOptions = {
  /** The Customer to name on the invoice. Null for a card that is not saved. */
  customerId: string | null;
  /** Where ProcessOut sends a shopper who left the page for the bank's. */
  returnPath: string;
};

/**
 * Creates the payment's invoice and returns the columns that identify it. An invoice alone charges nothing, so after an
 * unknown outcome the call is repeated under the same idempotency key. The repeated body is equal: order, payment and
 * Customer are read from committed rows.
 */
export async function createInvoice(order: PlacedOrder, payment: PaymentRow, options: InvoiceOptions) {
  const idempotencyKey = `invoice:${payment.id}`;
  const invoice = await processout().invoices.create(invoiceInput(order, payment, options), {
    idempotencyKey,
  });
  return { invoiceId: invoice.id, transactionId: invoice.transaction_id ?? null };
}

function invoiceInput(
  order: PlacedOrder,
  payment: PaymentRow,
  { customerId, returnPath }: InvoiceOptions,
): InvoiceInput {
  const { currency } = order;
  const returnUrl = env().NEXTAUTH_URL + returnPath;
  const label = orderLabel(order.number);
  return {
    name: `${SHOP.name}, order ${label}`,
    amount: toDecimal({ minor: payment.amount, currency }),
    currency,
    ...(customerId && { customer_id: customerId }),
    order_id: label,
    reference_id: payment.id,
    // The browser may authorize with the public key. Only the server may capture.
    require_backend_capture: true,
    ...storedCredentialFields(order.intent, payment.initiation),
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

/**
 * Stored-credential fields of an invoice: who initiates the payment and what it is part of. The first,
 * customer-initiated transaction (CIT) of a series requests SCA; later merchant-initiated ones (MIT) are off-session,
 * request no challenge, and reference its scheme transaction id. ProcessOut lists no values of `challenge_indicator`;
 * this one is of a kind with the recorded "no-preference".
 */
export function storedCredentialFields(intent: OrderIntent, initiation: Initiation): Partial<InvoiceInput> {
  if (intent === "one_off") return { initiation_type: "cit", payment_intent: "one-off" };
  const series = {
    initiation_type: initiation,
    payment_intent: intent === "installment" ? "installment" : "recurring-subscription",
    merchant_initiator_type: "recurring",
  } as const;
  return initiation === "cit" ? { ...series, challenge_indicator: "challenge-requested" } : series;
}
