import { type Expand, type Expanders, inline, NOTHING } from "../expand";
import type { Engine } from "../route";
import { gatewayConfigurationWire } from "./gateway";

const EXPANDERS: Expanders<Engine, string> = {
  gateway_configurations: (engine, id, deeper) => [gatewayConfigurationWire(engine, id, deeper)],
  supervisor_project: (engine, id, deeper) =>
    projectWire(engine, engine.store.projects.get(id)?.supervisor_project_id ?? "", deeper),
};

/** A project (server-api.md §4.8). Ids of projects carry no `test-` here. */
export function projectWire(
  engine: Engine,
  id: string,
  expand: Expand = NOTHING,
): Record<string, unknown> | null {
  const project = engine.store.projects.get(id);
  if (!project) return null;
  const wire: Record<string, unknown> = {
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
  return inline(wire, EXPANDERS, engine, id, expand);
}
