import type { Money } from "@/lib/platform/money";
import { SHOP } from "@/lib/platform/shop-identity";
import type { Contact } from "./contact-schema";
import type { PaymentStatus } from "./payment-status";

/** An order as screens show it. Contains no ProcessOut id. */
export type Order = {
  /** The last part of its address, see `orderRef`. */
  ref: string;
  label: string;
  status: OrderStatus;
  placedAt: Date;
  paidAt: Date | null;
  total: Money;
  lines: OrderLine[];
  contact: Contact;
  /** Set if the order is one period of a subscription. */
  subscriptionId: string | null;
  /** The payment that paid the order, or the latest attempt. */
  payment: OrderPayment | null;
};

/** `unpaid`: nothing was charged, and the order may still be paid. `paying`: the bank has not responded yet. */
export type OrderStatus = "unpaid" | "paying" | "paid" | "partly-refunded" | "refunded" | "canceled";

export type OrderLine = {
  sku: string;
  slug: string;
  name: string;
  detail: string;
  quantity: number;
  unitPrice: Money;
  total: Money;
};

export type OrderPayment = {
  status: PaymentStatus;
  amount: Money;
  refunded: Money;
  brand: string | null;
  last4: string | null;
  /** The shopper's name for the saved card. */
  nickname: string | null;
  /** Why the latest attempt failed, as a sentence for the shopper. */
  problem: string | null;
};

/** The order's number on screens and receipts, such as *HC-10042*. It is not secret and grants no access. */
export const orderLabel = (number: number) => `${SHOP.orderPrefix}-${10_000 + number}`;

/** The last part of the order's address: the id for an account, the secret key for a guest. */
export const orderRef = (order: { id: string; guestKey: string | null }) => order.guestKey ?? order.id;
