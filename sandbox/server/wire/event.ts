import type { DeliveryRow, EventRow } from "../../store/rows";
import { type Expand, type Expanders, inline, NOTHING } from "../expand";
import type { Engine } from "../route";
import { projectWire } from "./project";

const EVENT_EXPANDERS: Expanders<Engine, EventRow> = {
  project: (engine, row, deeper) => projectWire(engine, row.project_id, deeper),
  webhooks: (engine, row) =>
    engine.store.deliveries
      .list("event", row.id, { order: "desc", limit: 100 })
      .map((delivery) => webhookWire(engine, delivery)),
};

export function eventWire(engine: Engine, row: EventRow, expand: Expand = NOTHING) {
  return inline(
    {
      id: row.id,
      project_id: row.project_id,
      webhooks: null,
      name: row.name,
      data: row.data,
      sandbox: true,
      fired_at: row.fired_at,
    },
    EVENT_EXPANDERS,
    engine,
    row,
    expand,
  );
}

const WEBHOOK_EXPANDERS: Expanders<Engine, DeliveryRow> = {
  project: (engine, row, deeper) => projectWire(engine, row.project_id, deeper),
  event: (engine, row) => {
    const event = engine.store.events.get(row.event_id);
    return event ? eventWire(engine, event) : null;
  },
};

/** A delivery record (server-api.md §4.8): `status` is delivered or failed, and pending until then. */
export function webhookWire(engine: Engine, row: DeliveryRow, expand: Expand = NOTHING) {
  return inline(
    {
      id: row.id,
      project_id: row.project_id,
      event_id: row.event_id,
      request_url: row.url,
      request_method: "POST",
      response_body: row.response_body ?? "",
      response_code: row.response_code ?? "",
      response_headers: row.response_headers ?? "",
      response_time_ms: row.response_time_ms ?? 0,
      status: row.status,
      created_at: row.created_at,
      release_at: row.release_at,
    },
    WEBHOOK_EXPANDERS,
    engine,
    row,
    expand,
  );
}
