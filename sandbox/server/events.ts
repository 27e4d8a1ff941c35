import type { EventRow } from "../store/rows";
import type { Engine } from "./engine";
import { newId } from "./ids";

/**
 * Fires an event: stores it with a snapshot of its resource and queues its webhooks.
 *
 * @param name e.g. `customer.token.updated`, `transaction.captured`.
 * @param resource the key of the snapshot in `data`, e.g. `token` (server-api.md §3.6).
 * @param snapshot the resource's wire form, first-level sub-resources inlined.
 * @param extraUrl the `webhook_url` of the token or invoice, which adds to the project's endpoints.
 */
export function fireEvent(
  engine: Engine,
  projectId: string,
  name: string,
  resource: string,
  snapshot: Record<string, unknown>,
  extraUrl: string | null = null,
): EventRow {
  const event = engine.store.events.insert({
    id: newId("ev"),
    project_id: projectId,
    name,
    data: { name, sandbox: true, [resource]: snapshot },
    fired_at: engine.clock.stamp(),
  });
  engine.webhooks.dispatch(event, extraUrl);
  return event;
}
