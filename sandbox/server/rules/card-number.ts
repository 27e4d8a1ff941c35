import { createHmac } from "node:crypto";
import { invalid } from "../errors";
import { type Reader, text } from "../params";

/** Digits of a card number; blanks and dashes are dropped. Throws card.invalid-number. */
export const cardNumber: Reader<string> = (raw, name) => {
  const digits = String(typeof raw === "string" || typeof raw === "number" ? raw : "").replace(/[ -]/g, "");
  if (!/^\d{12,19}$/.test(digits) || !passesLuhn(digits)) {
    throw invalid("card.invalid-number", "The card number is not valid.", name);
  }
  return digits;
};

export const securityCode = text({ max: 4, code: "card.invalid-cvc", matches: /^\d{3,4}$/ });

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Equal for equal numbers within a project; not reversible without the store's secret. */
export const fingerprintOf = (secret: string, projectId: string, number: string) =>
  createHmac("sha256", secret).update(`${projectId}:${number}`).digest("hex");

/** A token's summary, as ProcessOut was recorded to write it (server-api.md §4.2). */
export const summaryOf = (card: { last_4_digits: string }) => `**** **** **** ${card.last_4_digits}`;
