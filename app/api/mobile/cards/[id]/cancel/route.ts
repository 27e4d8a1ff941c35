import { z } from "zod";
import { mobileRoute } from "@/lib/auth/mobile-route";
import { cancelCard } from "@/lib/cards/save-card";

const schema = z.object({
  code: z
    .string()
    .regex(/^[\w.-]{1,100}$/)
    .default("customer.cancelled"),
});

/** The SDK failed or the shopper gave up. A success that ProcessOut recorded wins all the same. */
export const POST = mobileRoute(schema, (viewer, { code }, { id = "" }) => cancelCard(viewer, { id, code }));
