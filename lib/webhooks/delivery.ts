import { z } from "zod";

/** A delivery is under 200 bytes; anything far beyond that is not ProcessOut's. */
const MAX_BYTES = 4096;

const deliverySchema = z.object({
  event_id: z.string().regex(/^ev_[A-Za-z0-9]{16,64}$/),
  event_type: z.string().max(100).catch("unknown"),
});

export type Delivery = { eventId: string; name: string };

/** The delivery in a request's body, or null when there is none to be found in it. */
export async function readDelivery(request: Request): Promise<Delivery | null> {
  const text = await readLimited(request);
  if (text === null) return null;
  try {
    const { event_id, event_type } = deliverySchema.parse(JSON.parse(text));
    return { eventId: event_id, name: event_type };
  } catch {
    return null;
  }
}

async function readLimited(request: Request): Promise<string | null> {
  if (!request.body) return null;
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BYTES) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text;
}
