import { CardField } from "./card-field";
import { Exception, type OnError } from "./exception";
import { type FieldName, type FieldOptions, type FieldType, randomID } from "./field-message";

type OnForm = (form: CardForm) => void;
type OnToken = (token: string, card: unknown) => void;

const typeOf: Record<FieldName, FieldType> = {
  number: "number",
  exp: "expiry",
  "exp-month": "expiry-month",
  "exp-year": "expiry-year",
  cvc: "cvc",
};

/** Which hosted inputs the merchant's markup asks for. A missing container throws. */
function namesIn(form: Element, cvcOnly: boolean): FieldName[] {
  const has = (name: FieldName) => containerOf(form, name) !== null;
  const needed: FieldName[] = cvcOnly ? ["cvc"] : ["number"];
  const expiry: FieldName[] = has("exp") ? ["exp"] : ["exp-month", "exp-year"];
  const wanted = cvcOnly ? needed : [...needed, ...expiry];
  if (!wanted.every(has)) throw new Exception("processout-js.undefined-field");
  return cvcOnly || !has("cvc") ? wanted : [...wanted, "cvc"];
}

function containerOf(form: Element, name: FieldName) {
  return form.querySelector<HTMLElement>(`[data-processout-input=cc-${name}]`);
}

/** The hosted inputs of one form. `success` runs once when all are ready, `error` once for each that is not. */
export class CardForm {
  private readonly uid = randomID();
  private readonly fields = new Map<FieldName, CardField>();

  constructor(
    projectID: string,
    private readonly element: HTMLElement,
    options: FieldOptions,
    cvcOnly: boolean,
    success: OnForm,
    error: OnError,
  ) {
    if (!element) throw new Exception("default");
    const names = namesIn(element, cvcOnly);
    let unready = names.length;
    const onReady = () => {
      unready -= 1;
      if (unready === 0) success(this);
    };
    for (const name of names) {
      const container = containerOf(element, name);
      if (!container) continue;
      const form = { projectID, id: this.uid };
      this.fields.set(name, new CardField(form, typeOf[name], options, container, onReady, error));
    }
    names.forEach((name, place) => {
      const following = names[place + 1];
      if (following) this.fields.get(name)?.setNext(() => this.fields.get(following)?.focus());
    });
  }

  getNumberField = () => this.fields.get("number");
  getExpiryField = () => this.fields.get("exp");
  getExpiryMonthField = () => this.fields.get("exp-month");
  getExpiryYearField = () => this.fields.get("exp-year");
  getCVCField = () => this.fields.get("cvc");
  getElement = () => this.element;
  getUID = () => this.uid;

  on(name: string, handler: (event: Event) => void) {
    this.element.addEventListener(name, handler);
  }
  addEventListener(name: string, handler: (event: Event) => void) {
    this.on(name, handler);
  }

  /** `error` runs once for each wrong field. */
  validate(success: OnForm, error: OnError) {
    let unchecked = this.fields.size;
    const onValid = () => {
      unchecked -= 1;
      if (unchecked === 0) success(this);
    };
    for (const field of this.fields.values()) field.validate(onValid, error);
  }

  /** Checks the fields, then lets the number's frame collect its siblings' values and make the card. */
  tokenize(data: Record<string, unknown>, success: OnToken, error: OnError) {
    const request = { fields: [...this.fields.keys()], data };
    this.validate(() => this.fields.get("number")?.exchange("tokenize", request, success, error), error);
  }

  refreshCVC(cardID: string, success: (cardID: string) => void, error: OnError) {
    this.validate(() => this.fields.get("cvc")?.exchange("refresh-cvc", cardID, success, error), error);
  }
}
