import type { ProjectRow } from "../../store/rows";

/** The one gateway of this sandbox, named as ProcessOut's own test gateway is (server-api.md §4.5). */
export const GATEWAY = {
  name: "sandbox",
  configurationId: "gway_conf_5a4d0b0c5a4d0b0c5a4d0b0c5a4d0b0c",
} as const;

/** The gateway of the gateway configuration. */
export const gatewayWire = (): Record<string, unknown> => ({
  // A string here, while a configuration's `gateway_id` is a number: the Go SDK reads each so.
  id: "1",
  name: GATEWAY.name,
  display_name: "Sandbox",
  description: "",
  logo_url: null,
  url: null,
  flows: ["one-off", "tokenization"],
  tags: [],
  can_pull_transactions: false,
  can_refund: true,
  is_oauth_authentication: false,
});

/** The gateway configuration, by itself and as a sub-resource of transactions and tokens (server-api.md §4.8). */
export function gatewayConfigurationWire(
  projectId: string,
  project: ProjectRow | undefined,
  now: string,
): Record<string, unknown> {
  const createdAt = project?.created_at ?? now;
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
