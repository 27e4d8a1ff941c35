/**
 * The part of ProcessOut's browser script that this folder uses, in version 1.9.8. ProcessOut publishes no types.
 * `Card` is omitted on purpose: with it a page would hold the card number itself.
 */
export type ScriptError = { code?: string; message?: string; name?: string };
export type OnScriptError = (error: ScriptError | undefined) => void;

export type ScriptField = {
  on(event: string, handler: (data: unknown) => void): void;
  validate(success: () => void, error: OnScriptError): void;
  focus(): void;
  /** Takes placeholder and style. */
  update(options: ScriptOptions): void;
};

export type ScriptForm = {
  getNumberField(): ScriptField | undefined;
  getExpiryField(): ScriptField | undefined;
  getExpiryMonthField(): ScriptField | undefined;
  getExpiryYearField(): ScriptField | undefined;
  getCVCField(): ScriptField | undefined;
};

export type ScriptOptions = Record<string, unknown>;

export type ProcessOutClient = {
  setupForm(
    form: HTMLElement,
    options: ScriptOptions,
    success: (form: ScriptForm) => void,
    error: OnScriptError,
  ): ScriptForm;
  setupFormCVC: ProcessOutClient["setupForm"];
  tokenize(
    form: ScriptForm,
    data: ScriptOptions,
    success: (cardId: string) => void,
    error: OnScriptError,
  ): void;
  refreshCVC(cardId: string, form: ScriptForm, success: (cardId: string) => void, error: OnScriptError): void;
  makeCardToken(
    cardId: string,
    customerId: string,
    tokenId: string,
    options: ScriptOptions,
    success: (tokenId: string) => void,
    error: OnScriptError,
  ): void;
  makeCardPayment(
    invoiceId: string,
    source: string,
    options: ScriptOptions,
    success: (invoiceId: string) => void,
    error: OnScriptError,
    requestOptions: undefined,
    pending: (invoiceId: string) => void,
  ): void;
};

/** The script's global on `window`. */
export type ScriptGlobal = { ProcessOut?: { ProcessOut: new (projectId: string) => ProcessOutClient } };
