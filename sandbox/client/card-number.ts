import { likelyBrand } from "./card-brand";

export function parseNumber(text: string): string {
  return text.replace(/[\s-]/g, "");
}

export function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, character, place) => {
    const doubled = Number(character) * (place % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** Groups the digits as printed on the card; digits past the longest number of the brand are dropped. */
export function formatNumber(text: string): string {
  const digits = text.replace(/\D/g, "");
  const parts: string[] = [];
  let start = 0;
  for (const size of likelyBrand(digits).groups) {
    if (start >= digits.length) break;
    parts.push(digits.slice(start, start + size));
    start += size;
  }
  return parts.join(" ");
}

/** `undefined` when the number can exist, else the client's error code. */
export function numberProblem(text: string): "card.invalid-number" | undefined {
  const digits = parseNumber(text);
  const right = /^\d+$/.test(digits) && likelyBrand(digits).lengths.includes(digits.length);
  return right && passesLuhn(digits) ? undefined : "card.invalid-number";
}

/** True once no further digit can follow. */
export function isNumberComplete(text: string): boolean {
  const digits = parseNumber(text);
  const { name, lengths } = likelyBrand(digits);
  const enough = name === "visa" ? 16 : Math.max(...lengths);
  return digits.length >= enough && numberProblem(digits) === undefined;
}

/** An empty CVC is not a mistake here: whether one is needed is the merchant's choice. */
export function cvcProblem(cvc: string, digits?: string): "card.invalid-cvc" | undefined {
  if (!cvc) return undefined;
  const wanted = digits ? [likelyBrand(digits).cvcLength] : [3, 4];
  return /^\d+$/.test(cvc) && wanted.includes(cvc.length) ? undefined : "card.invalid-cvc";
}
