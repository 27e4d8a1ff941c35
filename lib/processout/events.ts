import { z } from "zod";
import type { ReadOptions } from "./call";
import { path } from "./path";
import type { Request } from "./request";
import { flag, type Known, text } from "./schema";

/**
 * Events, as announced by webhooks. A delivery is unsigned and carries only an id; fetching the event with the
 * private key proves it. Left out: GET /events, GET /events/{ev}/webhooks.
 */
export const eventSchema = z.looseObject({
  id: z.string(),
  project_id: text,
  /** Such as "customer.token.updated" or "transaction.captured". */
  name: z.string(),
  /** The name, and the resource under its own key, as it was when the event fired. */
  data: z.record(z.string(), z.unknown()).nullish(),
  sandbox: flag,
  fired_at: text,
});

export type ProcessOutEvent = Known<z.infer<typeof eventSchema>>;

const answer = z.looseObject({ event: eventSchema });

export type Events = ReturnType<typeof createEvents>;

export function createEvents(request: Request) {
  return {
    /** NotFoundError when the project has no such event: then ProcessOut did not send the webhook. */
    async find(eventId: string, options: ReadOptions = {}): Promise<ProcessOutEvent> {
      const found = await request({
        method: "GET",
        path: path`/events/${eventId}`,
        schema: answer,
        ...options,
      });
      return found.event;
    },
  };
}
