"use server";

import { attemptSchema, cancelPaymentSchema, startPaymentSchema } from "@/lib/payments/checkout";
import { contactSchema, firstContactErrors } from "@/lib/payments/contact-schema";
import * as payments from "@/lib/payments/pay-order";
import { orderCall, visitorCall } from "../visitor";

export const startPayment = visitorCall(startPaymentSchema, async (visitor, input) => {
  const contact = contactSchema.safeParse(input.contact);
  if (!contact.success) return { kind: "invalid" as const, errors: firstContactErrors(contact.error) };
  return payments.startPayment(visitor, { ...input, contact: contact.data });
});

export const finishPayment = orderCall(attemptSchema, async (shopperOf, { orderRef, id }) =>
  payments.finishPayment(await shopperOf(orderRef), { id }),
);

export const cancelPayment = orderCall(cancelPaymentSchema, async (shopperOf, { orderRef, id, code }) =>
  payments.cancelPayment(await shopperOf(orderRef), { id, code }),
);
