"use server";

import { z } from "zod";
import { userCall } from "@/lib/auth/action";
import { startPaymentSchema } from "@/lib/payments/checkout";
import { contactSchema, firstContactErrors } from "@/lib/payments/contact-schema";
import { currencies } from "@/lib/shop/catalogue/product";
import { planIds } from "@/lib/subscriptions/plans";
import * as subscriptions from "@/lib/subscriptions/start-subscription";

const offerSchema = z.object({
  sku: z.string().max(100),
  planId: z.enum(planIds),
  quantity: z.number().int(),
  currency: z.enum(currencies),
});

const start = userCall(
  startPaymentSchema.extend({ offer: offerSchema }),
  async (viewer, { offer, ...input }) => {
    const contact = contactSchema.safeParse(input.contact);
    if (!contact.success) return { kind: "invalid" as const, errors: firstContactErrors(contact.error) };
    return subscriptions.startSubscription(viewer, { ...offer, ...input, contact: contact.data });
  },
);

/** The page binds the offer that it shows; the server validates it again, like all input. */
export const startSubscription = async (
  offer: z.input<typeof offerSchema>,
  input: z.input<typeof startPaymentSchema>,
  renderedFor?: string,
) => start({ ...input, offer }, renderedFor);
