import { z } from "zod";
import { type Known, openEnum } from "./schema";

/** What the shopper's browser has to do before the call can end: 3-D Secure, or a page of another method. */
export const customerActionSchema = z.looseObject({
  type: openEnum("url", "redirect", "fingerprint", "fingerprint-mobile", "challenge-mobile"),
  /** A web address, or base64 JSON for the two mobile types. */
  value: z.string(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
});

export type CustomerAction = Known<z.infer<typeof customerActionSchema>>;

/** Absent when there is none. `null` and `{}`, which some servers send instead, read as absent too. */
export const optionalCustomerAction = customerActionSchema.optional().catch(undefined);
