import type { Money } from "@/lib/platform/money";
import { SHOP } from "@/lib/platform/shop-identity";
import type { PaymentStatus } from "./payment-status";

/** An order as a screen draws it. No ProcessOut id in it. */
export type Order = {
  /** What its address ends in: the id for its owner, the key for a guest. */
  ref: string;
  label: string;
  status: OrderStatus;
  placedAt: Date;
  paidAt: Date | null;
  total: Money;
  lines: OrderLine[];
  contact: Contact;
  /** The subscription it is a period of. */
  subscriptionId: string | null;
  /** The payment that paid for it, or the latest try. */
  payment: OrderPayment | null;
};

/** `unpaid`: nothing was charged and it may still be paid. `paying`: the bank has not answered yet. */
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
  /** Why the last try failed, for the shopper. */
  problem: string | null;
};

/** Who gets the coffee, and where the receipt goes. */
export type Contact = {
  email: string;
  name: string;
  address1: string;
  address2: string | null;
  zip: string;
  city: string;
  countryCode: string;
};

/** *HC-10042*: what people say on the phone. It opens nothing. */
export const orderLabel = (number: number) => `${SHOP.orderPrefix}-${10_000 + number}`;
