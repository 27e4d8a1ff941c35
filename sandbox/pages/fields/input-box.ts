import { autoFormatDigits, autoFormatExpiry, autoFormatNumber } from "../../client/auto-format";
import type { FieldType } from "../../client/field-message";

type Kind = { label: string; autocomplete: AutoFill; name: string; pattern: string };

const kinds: Record<FieldType, Kind> = {
  number: { label: "Card number", autocomplete: "cc-number", name: "cardnumber", pattern: "[0-9 ]*" },
  expiry: { label: "Expiry date", autocomplete: "cc-exp", name: "cc-exp", pattern: "[0-9 /]*" },
  "expiry-month": {
    label: "Expiry month",
    autocomplete: "cc-exp-month",
    name: "cc-exp-month",
    pattern: "[0-9]*",
  },
  "expiry-year": {
    label: "Expiry year",
    autocomplete: "cc-exp-year",
    name: "cc-exp-year",
    pattern: "[0-9]*",
  },
  cvc: { label: "CVC", autocomplete: "cc-csc", name: "cvc", pattern: "[0-9]*" },
};

/** Draws the one labelled input of this frame, with a place beside it for marks and one for spoken errors. */
export function drawInput(type: FieldType, isRequired: boolean) {
  const kind = kinds[type];
  const form = document.createElement("form");
  form.noValidate = true;
  form.className = "box";
  form.addEventListener("submit", (event) => event.preventDefault());

  const label = document.createElement("label");
  label.htmlFor = "input";
  label.className = "unseen";
  label.textContent = kind.label;

  const input = document.createElement("input");
  input.id = "input";
  input.className = "input";
  input.type = "text";
  input.name = kind.name;
  input.inputMode = "numeric";
  input.autocomplete = kind.autocomplete;
  input.pattern = kind.pattern;
  input.spellcheck = false;
  input.setAttribute("autocorrect", "off");
  input.setAttribute("aria-errormessage", "error");
  input.required = isRequired;

  const warning = document.createElement("div");
  const marks = document.createElement("div");
  const error = document.createElement("p");
  error.id = "error";
  error.className = "unseen";
  error.setAttribute("role", "alert");

  form.append(label, input, warning, marks, error);
  document.body.replaceChildren(form);
  return { form, input, warning, marks, error };
}

/** Shapes what is typed; `next` runs when the box is full. A four-digit year is autofill's, and is shown by two. */
export function formatAsTyped(type: FieldType, input: HTMLInputElement, next: () => void) {
  if (type === "number") autoFormatNumber(input, next);
  else if (type === "expiry") autoFormatExpiry(input, next);
  else if (type === "cvc") autoFormatDigits(input, 4);
  else autoFormatDigits(input, type === "expiry-month" ? 2 : 4, next);
}
