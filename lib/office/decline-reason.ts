import { type Decline, declineSentence } from "@/lib/payments/decline-rules";

/**
 * Why a payment was declined, for staff, after a colon: "there is not enough money on this card". The reason is the
 * first part of the shopper's sentence; what the shopper should do next is left out.
 */
export function declineReasonFor(decline: Decline): string {
  const [reason = ""] = declineSentence(decline).split(/[.,] /);
  const forStaff = reason.replace(/\.$/, "").replace(/\byour bank\b/gi, "the bank");
  return forStaff.replace(/^(?!We )./, (first) => first.toLowerCase());
}
