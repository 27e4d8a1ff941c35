import { z } from "zod";
import type { CallState } from "@/lib/platform/form-state";
import type { ContactField } from "./contact-schema";

// The messages between the browser's half (`components/payments/pay.ts`) and the server's half (`pay-order.ts`) of a
// payment. No amount travels: the server has the cart.

const text = z.string().max(300);
const card = { kind: z.literal("new"), cardId: z.string().regex(/^card_\w{8,64}$/) };

const payWithSchema = z.union([
  /** The id of a saved card's row. */
  z.object({ kind: z.literal("saved"), id: z.string().max(64) }),
  /** A fresh `card_…` from the browser. Which wording a shopper agrees to by `save` is known to the server alone. */
  z.object({ ...card, save: z.boolean() }),
]);

/** What the shopper chose to pay with. */
export type PayWith = z.output<typeof payWithSchema>;

export const startPaymentSchema = z.object({
  /** Of the cart that the shopper was shown. */
  fingerprint: z.string().max(64),
  /** As typed: `contactSchema` checks it, and names the field that is wrong. */
  contact: z.object({
    email: text,
    name: text,
    address1: text,
    address2: text,
    zip: text,
    city: text,
    countryCode: text,
  }),
  payWith: payWithSchema,
});

export type StartedPayment =
  /** The arguments of `makeCardPayment(invoiceId, source, { authorize_only: true })` in the browser. */
  | {
      kind: "started";
      orderRef: string;
      paymentId: string;
      invoiceId: string;
      source: string;
      /** The typed card was saved already, and the saved one pays. The shopper is told. */
      wasSaved: boolean;
    }
  /** Nothing to do: an earlier press, another tab or a webhook has paid this order. */
  | { kind: "paid"; orderRef: string };

/** The outcome of an attempt to pay, as ProcessOut reports it to the server. */
export type PaymentResult =
  | { kind: "paid"; orderRef: string }
  /** Nothing was charged, and nothing will be for this attempt. */
  | { kind: "failed"; code: string; message: string }
  /** Not known yet. The order's page polls for it; paying again meanwhile asks ProcessOut first. */
  | { kind: "pending"; orderRef: string };

export const attemptSchema = z.object({ orderRef: z.string().max(64), id: z.string().max(64) });
/** `code` is the browser script's. */
export const cancelPaymentSchema = attemptSchema.extend({ code: z.string().max(100) });

/** The server's half, as the page hands it to the form. */
export type CheckoutActions = {
  start: (
    input: z.input<typeof startPaymentSchema>,
  ) => Promise<
    CallState<StartedPayment | { kind: "invalid"; errors: Partial<Record<ContactField, string>> }>
  >;
  finish: (input: z.input<typeof attemptSchema>) => Promise<CallState<PaymentResult>>;
  cancel: (input: z.input<typeof cancelPaymentSchema>) => Promise<CallState<PaymentResult>>;
};
