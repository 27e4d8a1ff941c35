import type { InvoiceInput } from "@/lib/processout";
import type { Initiation, OrderIntent } from "@/prisma/generated/client";

/**
 * Stored-credential fields of an invoice: who initiates the payment and what it is part of. The first,
 * customer-initiated transaction (CIT) of a series requests SCA; later merchant-initiated ones (MIT) are off-session,
 * request no challenge, and reference its scheme transaction id. ProcessOut lists no values of `challenge_indicator`;
 * this one is of a kind with the recorded "no-preference".
 */
export function storedCredentialFields(intent: OrderIntent, initiation: Initiation): Partial<InvoiceInput> {
  if (intent === "one_off") return { initiation_type: "cit", payment_intent: "one-off" };
  const series = {
    initiation_type: initiation,
    payment_intent: intent === "installment" ? "installment" : "recurring-subscription",
    merchant_initiator_type: "recurring",
  } as const;
  return initiation === "cit" ? { ...series, challenge_indicator: "challenge-requested" } : series;
}
