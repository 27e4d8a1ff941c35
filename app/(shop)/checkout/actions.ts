"use server";

import { z } from "zod";
import { visitorCall } from "@/app/(shop)/visitor";
import { getUser } from "@/lib/auth/session";
import { shopperOf } from "@/lib/auth/shopper";
import { contactSchema, firstContactErrors } from "@/lib/payments/contact-schema";
import * as finishing from "@/lib/payments/finish";
import * as starting from "@/lib/payments/start";
import { AppError } from "@/lib/platform/errors";
import { startSchema } from "./start-schema";

export const startPayment = visitorCall(startSchema, async (visitor, input) => {
  const contact = contactSchema.safeParse(input.contact);
  if (!contact.success) return { kind: "invalid" as const, errors: firstContactErrors(contact.error) };
  return starting.startPayment(visitor, { ...input, contact: contact.data });
});

const trySchema = z.object({ orderRef: z.string().max(64), id: z.string().max(64) });

export const finishPayment = visitorCall(trySchema, async (_, { orderRef, id }) =>
  finishing.finishPayment(await requireShopper(orderRef), { id }),
);

export const cancelPayment = visitorCall(trySchema.extend({ code: z.string().max(100) }), async (_, input) =>
  finishing.cancelPayment(await requireShopper(input.orderRef), input),
);

async function requireShopper(orderRef: string) {
  const shopper = shopperOf(await getUser(), orderRef);
  if (!shopper)
    throw new AppError({ code: "not-found", message: "Nobody is signed in, and this is no guest's key" });
  return shopper;
}
