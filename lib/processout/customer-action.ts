import { z } from "zod";
import { type Known, openEnum } from "./schema";

/** What the shopper's browser has to do before the call can succeed: 3-D Secure, or another method's page. */
export const customerActionSchema = z.looseObject({
  type: openEnum("url", "redirect", "fingerprint", "fingerprint-mobile", "challenge-mobile"),
  /** A web address, or base64 JSON for the two mobile types. */
  value: z.string(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
});

export type CustomerAction = Known<z.infer<typeof customerActionSchema>>;

/** Optional. `null` and `{}`, which some servers send, are parsed as absent. */
export const optionalCustomerAction = customerActionSchema.optional().catch(undefined);
