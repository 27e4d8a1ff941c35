import type { CardRow } from "../../store/rows";

/** A card with the keys ProcessOut was recorded to send (server-api.md §4.3). */
export function cardWire(row: CardRow, now: Date): Record<string, unknown> {
  const { device } = row;
  return {
    id: row.id,
    project_id: row.project_id,
    scheme: row.scheme,
    co_scheme: row.co_scheme,
    preferred_scheme: row.preferred_scheme,
    type: row.type,
    bank_name: row.bank_name,
    brand: row.brand,
    category: row.category,
    iin: row.iin,
    last_4_digits: row.last_4_digits,
    fingerprint: row.fingerprint,
    exp_month: row.exp_month,
    exp_year: row.exp_year,
    cvc_check: "unavailable",
    avs_check: "unavailable",
    checks: UNCHECKED,
    token_type: row.token_type,
    name: row.name,
    address1: row.address1,
    address2: row.address2,
    city: row.city,
    state: row.state,
    zip: row.zip,
    country_code: row.country_code,
    billing_country_code: row.billing_country_code,
    ip_address: row.ip_address,
    user_agent: row.user_agent,
    header_accept: row.header_accept,
    header_referer: row.header_referer,
    app_color_depth: device.app_color_depth ?? null,
    app_java_enabled: device.app_java_enabled ?? null,
    app_language: device.app_language ?? null,
    app_screen_height: device.app_screen_height ?? null,
    app_screen_width: device.app_screen_width ?? null,
    app_timezone_offset: device.app_timezone_offset ?? null,
    expires_soon: expiresSoon(row, now),
    metadata: row.metadata,
    used: null,
    sandbox: true,
    created_at: row.created_at,
    updated_at: row.updated_at,
    update_type: row.update_type,
    update_reason_code: row.update_reason_code,
    cvc_tokenized: row.cvc_tokenized,
    tokenization_method: null,
    payment_source_detail: null,
  };
}

/** This month or next. */
function expiresSoon({ exp_month, exp_year }: CardRow, now: Date): boolean {
  const monthsLeft = (exp_year - now.getUTCFullYear()) * 12 + exp_month - 1 - now.getUTCMonth();
  return monthsLeft >= 0 && monthsLeft <= 1;
}

/** At creation nothing was checked; a payment's own checks are on its transaction. */
const UNCHECKED = {
  cvc_check: "unavailable",
  cvc_check_reason: null,
  avs_check: "unavailable",
  avs_postal_check: "unavailable",
  avs_postal_check_reason: null,
  avs_street_check: "unavailable",
  avs_street_check_reason: null,
  avs_name_check: "unavailable",
  avs_name_check_reason: null,
};
