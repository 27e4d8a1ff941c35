"use server";

import type { z } from "zod";
import { userCall } from "@/lib/auth/action";
import { attemptSchema, cancelPaymentSchema, startPaymentSchema } from "@/lib/payments/checkout";
import { contactSchema, firstContactErrors } from "@/lib/payments/contact-schema";
import * as payments from "@/lib/payments/pay-order";
import { withItemCart } from "@/lib/shop/buy-now";
import type { Visitor } from "@/lib/shop/visitor";
import { checkoutPath, itemSchema } from "../item";
import { getVisitor, orderCall, visitorCall } from "../visitor";

type StartInput = z.output<typeof startPaymentSchema> & { returnPath?: string };

export const startPayment = visitorCall(startPaymentSchema, start);

const startItem = userCall(
  startPaymentSchema.extend({ item: itemSchema }),
  async (viewer, { item, ...input }) =>
    start(withItemCart(await getVisitor(), viewer, item), { ...input, returnPath: checkoutPath(item) }),
);

/** The page binds the item that it shows; the server validates it again, like all input. */
export const startItemPayment = async (
  item: z.input<typeof itemSchema>,
  input: z.input<typeof startPaymentSchema>,
  renderedFor?: string,
) => startItem({ ...input, item }, renderedFor);

async function start(visitor: Visitor, input: StartInput) {
  const contact = contactSchema.safeParse(input.contact);
  if (!contact.success) return { kind: "invalid" as const, errors: firstContactErrors(contact.error) };
  return payments.startPayment(visitor, { ...input, contact: contact.data });
}

export const finishPayment = orderCall(attemptSchema, async (shopperOf, { orderRef, id }) =>
  payments.finishPayment(await shopperOf(orderRef), { id }),
);

export const cancelPayment = orderCall(cancelPaymentSchema, async (shopperOf, { orderRef, id, code }) =>
  payments.cancelPayment(await shopperOf(orderRef), { id, code }),
);
