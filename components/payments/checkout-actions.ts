import type { ContactField, ContactInput } from "@/lib/payments/contact-schema";
import type { PaymentEnding } from "@/lib/payments/payment-result";
import type { CallState } from "@/lib/platform/form-state";

export type PayWith =
  | { kind: "saved"; id: string }
  | { kind: "new"; cardId: string; save: false }
  | { kind: "new"; cardId: string; save: true; consent: string };

export type Started =
  | { kind: "started"; orderRef: string; paymentId: string; invoiceId: string; source: string }
  | { kind: "paid"; orderRef: string }
  | { kind: "invalid"; errors: Partial<Record<ContactField, string>> };

type Try = { orderRef: string; id: string };

/** The server's part of paying, as the page hands it down. No amount travels: the server has the cart. */
export type CheckoutActions = {
  start: (input: {
    fingerprint: string;
    contact: ContactInput;
    payWith: PayWith;
  }) => Promise<CallState<Started>>;
  finish: (input: Try) => Promise<CallState<PaymentEnding>>;
  cancel: (input: Try & { code: string }) => Promise<CallState<PaymentEnding>>;
};
