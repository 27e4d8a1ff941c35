import { parseNumber } from "../../client/card-number";
import type { FieldName, FieldOptions, FieldType } from "../../client/field-message";
import { textFor } from "../../client/messages";
import { type CardResult, createCard, replaceCVC } from "./api";
import { warningMark } from "./brand-marks";
import { fieldValue, problemOf } from "./check";
import { drawInput, formatAsTyped } from "./input-box";
import { watchNetworks } from "./networks";
import { tellPage } from "./page-link";
import { joinSiblings } from "./siblings";
import { applyStyle } from "./styles";

export type Setup = FieldOptions & { type: FieldType };

const nameOf: Record<FieldType, FieldName> = {
  number: "number",
  expiry: "exp",
  "expiry-month": "exp-month",
  "expiry-year": "exp-year",
  cvc: "cvc",
};

/** One hosted input: draws it, checks it, and does what the merchant's page asks of it. */
export function createField(projectID: string, formID: string, setup: Setup) {
  const { type } = setup;
  const requireCVC = setup.requireCVC === true;
  const box = drawInput(type, type !== "cvc" || requireCVC);
  const { input } = box;
  let cvcLength: number | undefined;
  const registered = new Set<string>();

  const siblings = joinSiblings(formID, nameOf[type], {
    getValue: () => fieldValue(type, input.value),
    hello: () => type === "number" && siblings.shareCvcLength(cvcLength),
    cvcLength: (length) => {
      if (type === "cvc") cvcLength = length;
    },
  });

  const goesOn = type === "number" ? setup.cardNumberAutoNext !== false : setup.expiryAutoNext !== false;
  formatAsTyped(type, input, () => goesOn && !check() && tellPage("next"));

  const networks =
    type === "number"
      ? watchNetworks(input, box.marks, {
          projectID,
          canChoose: setup.enableCardSchemeSelection === true,
          preferred: setup.preferredSchemes ?? [],
          onBrand(length) {
            cvcLength = length;
            siblings.shareCvcLength(length);
          },
        })
      : undefined;

  const check = () => problemOf(type, input.value, requireCVC, cvcLength);

  /** Announces the error and marks the input, or clears both. */
  function show(code: string | undefined) {
    const isWrong = code !== undefined;
    if (isWrong === (input.getAttribute("aria-invalid") === "true")) return;
    box.error.textContent = isWrong ? textFor(code) : "";
    if (isWrong) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    box.warning.replaceChildren(...(isWrong ? [warningMark()] : []));
  }

  input.addEventListener("focus", () => tellPage("focusEvent"));
  input.addEventListener("blur", () => {
    if (input.value) show(check());
    tellPage("blurEvent");
  });
  input.addEventListener("input", () => {
    show(undefined);
    tellPage("inputEvent", networks?.describe());
  });
  box.form.addEventListener("mouseenter", () => tellPage("mouseEnterEvent"));
  box.form.addEventListener("mouseleave", () => tellPage("mouseLeaveEvent"));
  new ResizeObserver(() => resize()).observe(box.form);
  update(setup);

  function resize() {
    const { height } = box.form.getBoundingClientRect();
    // Nothing has a height until the page shows the frame.
    if (height > 0) tellPage("resize", `${Math.ceil(height)}px`);
  }

  function update({ placeholder, style }: FieldOptions) {
    input.placeholder = placeholder ?? "";
    applyStyle(style);
    resize();
  }

  function validate(): string | undefined {
    const code = check();
    show(code);
    return code;
  }

  /** Only the number field is asked: it collects what its siblings hold and makes the card. */
  async function tokenize(request: {
    fields: FieldName[];
    data?: Record<string, unknown>;
  }): Promise<CardResult> {
    const others = request.fields.filter((name) => name !== nameOf[type]);
    try {
      const rest = await siblings.collect(others);
      const scheme = networks?.chosenScheme();
      const preferred = scheme ? { preferred_scheme: scheme } : {};
      return await createCard(projectID, {
        ...request.data,
        ...preferred,
        ...rest,
        number: parseNumber(input.value),
      });
    } catch {
      return { error: { code: "processout-js.field.unavailable", message: undefined } };
    }
  }

  async function refreshCVC(cardID: string): Promise<CardResult> {
    if (input.value) return replaceCVC(projectID, cardID, input.value);
    show("card.invalid-cvc");
    return { error: { code: "card.invalid-cvc", message: undefined } };
  }

  /** Passes DOM events of that name on to the merchant. Only the number field adds data. */
  function registerEvent(name: string) {
    if (registered.has(name)) return;
    registered.add(name);
    box.form.addEventListener(name, () => tellPage("event", { name, data: networks?.describe() }), true);
  }

  return {
    update,
    resize,
    validate,
    tokenize,
    refreshCVC,
    registerEvent,
    focus: () => input.focus(),
    blur: () => input.blur(),
  };
}

export type Field = ReturnType<typeof createField>;
