import { z } from "zod";
import { CONSENTS, type ConsentVersion } from "@/lib/payments/consent";

const text = z.string().max(300);
const isVersion = (version: string): version is ConsentVersion => version in CONSENTS;
const card = { kind: z.literal("new"), cardId: z.string().regex(/^card_\w{8,64}$/) };

const payWithSchema = z.union([
  z.object({ kind: z.literal("saved"), id: z.string().max(64) }),
  z.object({ ...card, save: z.literal(true), consent: z.string().refine(isVersion) }),
  z.object({ ...card, save: z.literal(false) }),
]);

/** What a browser sends to begin to pay. No amount: the server knows what is bought. */
export const startSchema = z.object({
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
