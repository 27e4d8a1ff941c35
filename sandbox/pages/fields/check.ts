import { cvcProblem, numberProblem } from "../../client/card-number";
import { expiryProblem, parseExpiry, parseMonth, parseYear } from "../../client/expiry";
import type { FieldType } from "../../client/field-message";
import type { FieldValue } from "./siblings";

/** The fields of the card that this input provides. */
export function fieldValue(type: FieldType, text: string): FieldValue {
  if (type === "cvc") return { cvc2: text };
  if (type === "expiry-month") return { exp_month: String(parseMonth(text)) };
  if (type === "expiry-year") return { exp_year: String(parseYear(text)) };
  const { month, year } = parseExpiry(text);
  return { exp_month: String(month), exp_year: String(year) };
}

/** The error code of the input, or `undefined`. `cvcLength` is known once the card's brand is. */
export function problemOf(type: FieldType, text: string, requireCVC: boolean, cvcLength?: number) {
  const now = new Date();
  if (type === "number") return numberProblem(text);
  if (type === "expiry") {
    const { month, year } = parseExpiry(text);
    return expiryProblem(month, year, now);
  }
  if (type === "expiry-month") return expiryProblem(parseMonth(text), now.getFullYear() + 1, now);
  if (type === "expiry-year") return text ? expiryProblem(12, parseYear(text), now) : "card.invalid-year";
  if (text === "") return requireCVC ? "card.invalid-cvc" : undefined;
  return cvcLength && text.length !== cvcLength ? "card.invalid-cvc" : cvcProblem(text);
}
