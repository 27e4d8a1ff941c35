import type { Engine } from "../../route";

/** The one gateway of this sandbox, named as ProcessOut's own test gateway is (server-api.md §4.5). */
export const GATEWAY = {
  name: "sandbox",
  configurationId: "gway_conf_5a4d0b0c5a4d0b0c5a4d0b0c5a4d0b0c",
} as const;

/** The gateway configuration as a sub-resource of transactions and tokens (server-api.md §4.8). */
export function gatewayConfigurationWire(engine: Engine, projectId: string): Record<string, unknown> {
  const project = engine.store.projects.get(projectId);
  const createdAt = project?.created_at ?? engine.clock.stamp();
  return {
    id: GATEWAY.configurationId,
    project_id: projectId,
    gateway_id: 1,
    gateway_name: GATEWAY.name,
    name: "Sandbox",
    enabled: true,
    enabled_at: createdAt,
    default_currency: project?.default_currency ?? "EUR",
    processing_region: null,
    public_keys: {},
    sub_accounts_enabled: [],
    config_entries: null,
    merchant_account_country_code: null,
    is_pulling: false,
    sandbox: true,
    created_at: createdAt,
  };
}
