"use server";

import { z } from "zod";
import { visitorCall } from "@/lib/auth/action";
import { getUser } from "@/lib/auth/session";
import { CONSENTS, type ConsentVersion } from "@/lib/card-consent";
import { contactSchema } from "@/lib/contact-schema";
import * as finishing from "@/lib/data/payments/finish";
import * as starting from "@/lib/data/payments/start";
import { shopperOf } from "@/lib/data/shopper";
import { AppError } from "@/lib/errors";

const text = z.string().max(300);
const isVersion = (version: string): version is ConsentVersion => version in CONSENTS;
const card = { kind: z.literal("new"), cardId: z.string().regex(/^card_\w{8,64}$/) };

const payWithSchema = z.union([
  z.object({ kind: z.literal("saved"), id: z.string().max(64) }),
  z.object({ ...card, save: z.literal(true), consent: z.string().refine(isVersion) }),
  z.object({ ...card, save: z.literal(false) }),
]);

const startSchema = z.object({
  fingerprint: z.string().max(64),
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

export const startPayment = visitorCall(startSchema, async (visitor, input) => {
  const contact = contactSchema.safeParse(input.contact);
  if (!contact.success) return { kind: "invalid" as const, errors: firstErrors(contact.error) };
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

function firstErrors(error: z.ZodError<z.output<typeof contactSchema>>) {
  const { fieldErrors } = z.flattenError(error);
  return Object.fromEntries(Object.entries(fieldErrors).map(([field, sentences]) => [field, sentences?.[0]]));
}
