import type { InvoiceInput } from "@/lib/processout";
import type { Initiation, OrderIntent } from "@/prisma/generated/client";

/**
 * What the schemes want to be told about a stored card's payment (ProcessOut's invoice fields): who starts it, and
 * what it is part of. The payment that begins a series asks the bank for a challenge, so that the later ones, which
 * nobody is there for, lean on one that somebody was; the ones the shop starts ask for nothing, since nobody could
 * answer. ProcessOut lists no values of `challenge_indicator`; this one is of a kind with the recorded "no-preference".
 */
export function agreementFields(intent: OrderIntent, initiation: Initiation): Partial<InvoiceInput> {
  if (intent === "one_off") return { initiation_type: "cit", payment_intent: "one-off" };
  const series = {
    initiation_type: initiation,
    payment_intent: intent === "installment" ? "installment" : "recurring-subscription",
    merchant_initiator_type: "recurring",
  } as const;
  return initiation === "cit" ? { ...series, challenge_indicator: "challenge-requested" } : series;
}
