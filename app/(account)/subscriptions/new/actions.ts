"use server";

import { z } from "zod";
import { startSchema } from "@/app/(shop)/checkout/start-schema";
import { userCall } from "@/lib/auth/action";
import { consentFor } from "@/lib/payments/consent";
import { contactSchema, firstContactErrors } from "@/lib/payments/contact-schema";
import { planIds, plans } from "@/lib/shop/catalogue/plans";
import { currencies } from "@/lib/shop/catalogue/product";
import * as subscriptions from "@/lib/subscriptions/start-subscription";

const termsSchema = z.object({
  sku: z.string().max(100),
  planId: z.enum(planIds),
  quantity: z.number().int(),
  currency: z.enum(currencies),
});

const start = userCall(startSchema.extend({ terms: termsSchema }), async (viewer, { terms, ...input }) => {
  const contact = contactSchema.safeParse(input.contact);
  if (!contact.success) return { kind: "invalid" as const, errors: firstContactErrors(contact.error) };
  const consent = consentFor(plans[terms.planId]);
  return subscriptions.startSubscription(viewer, { ...terms, ...input, contact: contact.data, consent });
});

/** The terms are bound by the page that shows them, and checked again by the server, as any input. */
export const startSubscription = async (
  terms: z.input<typeof termsSchema>,
  input: z.input<typeof startSchema>,
) => start({ ...input, terms });
