import type { ProjectRow } from "../../store/rows";

/** A project (server-api.md §4.8). Ids of projects carry no `test-` here. */
export function projectWire(project: ProjectRow): Record<string, unknown> {
  return {
    id: project.id,
    name: project.name,
    default_currency: project.default_currency,
    region_name: "sandbox",
    feature_flags: [],
    dunning_configuration: [],
    applepay_settings: null,
    supervisor_project_id: project.supervisor_project_id ?? null,
    gateway_configurations: null,
    is_pulling: false,
    is_pulling_initial: false,
    created_at: project.created_at,
  };
}
