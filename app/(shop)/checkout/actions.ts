"use server";

import { getUser } from "@/lib/auth/session";
import { shopperOf } from "@/lib/auth/shopper";
import { attemptSchema, cancelPaymentSchema, startPaymentSchema } from "@/lib/payments/checkout";
import { contactSchema, firstContactErrors } from "@/lib/payments/contact-schema";
import * as payments from "@/lib/payments/pay-order";
import { AppError } from "@/lib/platform/errors";
import { visitorCall } from "../visitor";

export const startPayment = visitorCall(startPaymentSchema, async (visitor, input) => {
  const contact = contactSchema.safeParse(input.contact);
  if (!contact.success) return { kind: "invalid" as const, errors: firstContactErrors(contact.error) };
  return payments.startPayment(visitor, { ...input, contact: contact.data });
});

export const finishPayment = visitorCall(attemptSchema, async (_, { orderRef, id }) =>
  payments.finishPayment(await requireShopper(orderRef), { id }),
);

export const cancelPayment = visitorCall(cancelPaymentSchema, async (_, { orderRef, id, code }) =>
  payments.cancelPayment(await requireShopper(orderRef), { id, code }),
);

async function requireShopper(orderRef: string) {
  const shopper = shopperOf(await getUser(), orderRef);
  if (!shopper)
    throw new AppError({ code: "not-found", message: "Not signed in, and the reference is no guest's key" });
  return shopper;
}
