import { formatNumber, isNumberComplete } from "./card-number";
import { formatExpiry } from "./expiry";

type Next = () => void;

const isErasing = (event: Event) => event instanceof InputEvent && event.inputType.startsWith("delete");

/** Rewrites the box and leaves the caret after the same digit as before. */
function rewrite(input: HTMLInputElement, text: string) {
  const caret = input.selectionStart ?? input.value.length;
  const atEnd = caret === input.value.length;
  const digitsBefore = input.value.slice(0, caret).replace(/\D/g, "").length;
  if (input.value === text) return;
  input.value = text;
  if (atEnd) return;
  let place = 0;
  for (let seen = 0; place < text.length && seen < digitsBefore; place++) {
    if (/\d/.test(text.charAt(place))) seen++;
  }
  input.setSelectionRange(place, place);
}

/** Groups a card number as it is typed; `next` runs once the number is complete and right. */
export function autoFormatNumber(input: HTMLInputElement, next?: Next) {
  input.addEventListener("input", (event) => {
    rewrite(input, formatNumber(input.value));
    if (!isErasing(event) && isNumberComplete(input.value)) next?.();
  });
}

/** Draws `MM / YY` as it is typed; `next` runs once it has four digits. */
export function autoFormatExpiry(input: HTMLInputElement, next?: Next) {
  input.addEventListener("input", (event) => {
    rewrite(input, formatExpiry(input.value, isErasing(event)));
    if (!isErasing(event) && input.value.replace(/\D/g, "").length === 4) next?.();
  });
}

/** Digits only, at most `length` of them; `next` runs once it has that many. */
export function autoFormatDigits(input: HTMLInputElement, length: number, next?: Next) {
  input.addEventListener("input", (event) => {
    rewrite(input, input.value.replace(/\D/g, "").slice(0, length));
    if (!isErasing(event) && input.value.length === length) next?.();
  });
}
