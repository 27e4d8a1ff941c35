import type { DeliveryRow, EventRow } from "../../store/rows";

export function eventWire(row: EventRow): Record<string, unknown> {
  return {
    id: row.id,
    project_id: row.project_id,
    webhooks: null,
    name: row.name,
    data: row.data,
    sandbox: true,
    fired_at: row.fired_at,
  };
}

/** A delivery record (server-api.md §4.8): `status` is delivered or failed, and pending until then. */
export function webhookWire(row: DeliveryRow): Record<string, unknown> {
  return {
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
  };
}
