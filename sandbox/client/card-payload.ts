import { deviceData } from "./device";

/** What a merchant may pass to `makeCardToken` and `makeCardPayment`. Everything else is dropped. */
const allowed = [
  "authenticate_only",
  "authorize_only",
  "allow_fallback_to_sale",
  "capture_amount",
  "auto_capture_at",
  "capture_type",
  "verify",
  "verify_metadata",
  "set_default",
  "incremental",
  "preferred_scheme",
  "preferred_card_type",
  "split_allocations",
  "installment_plan_id",
  "provision_network_token",
] as const;

export type CardActionOptions = Record<string, unknown> & { idempotency_key?: string };

/** `round` counts the requests of one flow from 1, so that each has an idempotency key of its own. */
export function cardPayload(source: string, options: CardActionOptions, round: number) {
  const given = Object.fromEntries(allowed.map((name) => [name, options[name]]));
  const device = deviceData();
  return {
    ...given,
    ...(options.save_source ? { save_source: options.save_source } : {}),
    ...(options.idempotency_key ? { idempotency_key: `${options.idempotency_key}-${round}` } : {}),
    ...device,
    device,
    source,
    enable_three_d_s_2: true,
  };
}

const allocationTypes = ["PURCHASE", "FEE", "VAT", "COMMISSION", "MARKETPLACE", "SHIPPING"];

/** The first fault in `split_allocations`, as a sentence. */
export function allocationProblem(allocations: unknown): string | undefined {
  if (allocations === undefined) return undefined;
  if (!Array.isArray(allocations)) return "split_allocations must be an array.";
  for (const allocation of allocations as Record<string, unknown>[]) {
    for (const name of ["provider_recipient_reference", "amount", "currency"])
      if (!allocation?.[name] || typeof allocation[name] !== "string")
        return `Each split allocation needs ${name}, as a string.`;
    if (!allocationTypes.includes(String(allocation.type)))
      return `A split allocation's type is one of ${allocationTypes.join(", ")}.`;
  }
  return undefined;
}
