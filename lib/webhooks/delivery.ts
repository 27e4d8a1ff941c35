import { createHash, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { readBody } from "@/lib/platform/read-body";

/** What a request must bring to count as a delivery: the secret in its address, and an event id in its body. */

const digest = (text: string) => createHash("sha256").update(text).digest();

/**
 * Deliveries are unsigned, so the address carries a secret. Two may be valid at a time: add the new one in front, change
 * the address in ProcessOut's dashboard, then remove the old one. Without a configured secret nothing is accepted.
 */
export function isWebhookSecret(given: string, valid: readonly string[]): boolean {
  const presented = digest(given);
  return valid.filter((secret) => timingSafeEqual(digest(secret), presented)).length > 0;
}

/** A delivery is under 200 bytes; a much longer body is not ProcessOut's. */
const MAX_BYTES = 4096;

const deliverySchema = z.object({
  event_id: z.string().regex(/^ev_[A-Za-z0-9]{16,64}$/),
  event_type: z.string().max(100).catch("unknown"),
});

export type Delivery = { eventId: string; name: string };

/** The delivery in a request's body, or null. */
export async function readDelivery(request: Request): Promise<Delivery | null> {
  const text = await readBody(request, MAX_BYTES);
  if (text === null) return null;
  try {
    const { event_id, event_type } = deliverySchema.parse(JSON.parse(text));
    return { eventId: event_id, name: event_type };
  } catch {
    return null;
  }
}
