import { ActionHandler } from "./action-handler";
import type { ActionHandlerOptions } from "./action-options";
import {
  type ApiRequestOptions,
  apiRequest,
  apiVersion,
  type OnAnswer,
  type OnNoAnswer,
} from "./api-request";
import { Card } from "./card";
import { type CardFlow, runCardActions } from "./card-actions";
import { CardForm } from "./card-form";
import type { CardActionOptions } from "./card-payload";
import { Exception, type OnError } from "./exception";
import type { FieldOptions } from "./field-message";
import { endpoint } from "./hosts";
import { type ApiAnswer, readOutcome } from "./outcome";
import { refreshCardCVC, tokenizeCard } from "./tokenize";

type OnForm = (form: CardForm) => void;
type OnToken = (cardID: string, card: unknown) => void;
type OnDone = CardFlow["onSuccess"];
type OnPending = CardFlow["onPending"];
type Source = string | Card | CardForm;
/** `(form, options, success, error)` or `(form, success, error)`. */
type FormArguments =
  | [options: FieldOptions, success: OnForm, error: OnError]
  | [success: OnForm, error: OnError];

const resourcePrefixes = ["iv_", "sub_", "auth_req_"];

/** The class merchants construct. Methods, arguments, callbacks and codes are those of the official script. */
export class ProcessOut {
  readonly sandbox: boolean;
  readonly apiVersion = apiVersion;
  timeout = 10_000;

  constructor(
    private readonly projectID: string,
    private readonly resourceID?: string,
  ) {
    if (!projectID) throw new Exception("processout-js.missing-project-id");
    if (resourceID && !resourcePrefixes.some((prefix) => resourceID.startsWith(prefix)))
      throw new Exception("resource.invalid-type");
    this.sandbox = projectID.startsWith("test-");
  }

  getProjectID = () => this.projectID;
  getResourceID = () => this.resourceID;
  endpoint = endpoint;

  apiRequest(
    method: string,
    path: string,
    data: Record<string, unknown>,
    success: OnAnswer,
    error: OnNoAnswer,
    _retry = 0,
    options: ApiRequestOptions = {},
  ) {
    apiRequest(this.projectID, method, path, data ?? {}, success, error, options);
  }

  setupForm(element: HTMLElement, ...rest: FormArguments) {
    return this.mount(element, rest, false);
  }
  setupFormCVC(element: HTMLElement, ...rest: FormArguments) {
    return this.mount(element, rest, true);
  }
  private mount(element: HTMLElement, rest: FormArguments, cvcOnly: boolean) {
    const [options, success, error] = rest.length === 3 ? rest : [{}, ...rest];
    return new CardForm(this.projectID, element, options, cvcOnly, success, error);
  }

  tokenize(source: Card | CardForm, data: Record<string, unknown>, success: OnToken, error: OnError) {
    if (source instanceof CardForm) source.tokenize(data ?? {}, success, error);
    else if (source instanceof Card) tokenizeCard(this.projectID, source, data ?? {}, success, error);
    else error(new Exception("processout-js.invalid-type"));
  }

  refreshCVC(cardID: string, cvc: string | CardForm, success: (id: string) => void, error: OnError) {
    if (cvc instanceof CardForm) cvc.refreshCVC(cardID, success, error);
    else refreshCardCVC(this.projectID, cardID, cvc, success, error);
  }

  makeCardToken(
    source: Source,
    customerID: string,
    tokenID: string,
    options: CardActionOptions,
    success: OnDone,
    error: OnError,
  ) {
    const path = `customers/${encodeURIComponent(customerID)}/tokens/${encodeURIComponent(tokenID)}`;
    this.run(source, {
      method: "PUT",
      path,
      resourceID: tokenID,
      options,
      onSuccess: success,
      onError: error,
    });
  }

  makeCardPayment(
    invoiceID: string,
    source: Source,
    options: CardActionOptions,
    success: OnDone,
    error: OnError,
    requestOptions?: ApiRequestOptions,
    pending?: OnPending,
  ) {
    const path = this.invoicePath(invoiceID, "capture");
    const callbacks = { onSuccess: success, onError: error, onPending: pending };
    this.run(source, { method: "POST", path, resourceID: invoiceID, options, requestOptions, ...callbacks });
  }

  makeIncrementalAuthorizationPayment(
    invoiceID: string,
    source: Source,
    options: CardActionOptions,
    success: OnDone,
    error: OnError,
  ) {
    const path = this.invoicePath(invoiceID, "authorize");
    const incremental = { ...options, incremental: true };
    const callbacks = { onSuccess: success, onError: error };
    this.run(source, { method: "POST", path, resourceID: invoiceID, options: incremental, ...callbacks });
  }

  initiateThreeDS(
    invoiceID: string,
    source: Source,
    options: CardActionOptions,
    success: OnDone,
    error: OnError,
    requestOptions?: ApiRequestOptions,
  ) {
    const path = this.invoicePath(invoiceID, "three-d-s");
    const nextPath = this.invoicePath(invoiceID, "capture");
    const callbacks = { onSuccess: success, onError: error };
    this.run(source, {
      method: "POST",
      path,
      nextPath,
      resourceID: invoiceID,
      options,
      requestOptions,
      ...callbacks,
    });
  }

  incrementAuthorizationAmount(
    invoiceID: string,
    amount: string | number,
    success: (answer: ApiAnswer) => void,
    error: OnError,
  ) {
    this.simple("post", this.invoicePath(invoiceID, "increment_authorization"), { amount }, success, error);
  }

  /** Needs at least six digits and sends only the first six. */
  getCardInformation(cardNumber: string, success: (answer: ApiAnswer) => void, error: OnError) {
    if (cardNumber.length < 6) return error(new Exception("card.invalid-number"));
    this.simple("get", `iins/${encodeURIComponent(Card.getIIN(cardNumber))}`, {}, success, error);
  }

  fetchActiveInstallmentPlans(success: (answer: ApiAnswer) => void, error: OnError) {
    this.simple("get", "installment-plans/active", {}, success, error);
  }

  handleAction(
    url: string,
    success: (data: unknown) => void,
    error: OnError,
    options?: ActionHandlerOptions,
    resourceID = this.resourceID,
  ) {
    return new ActionHandler(this.projectID, options, resourceID).handle(url, success, error);
  }

  private invoicePath(invoiceID: string, verb: string) {
    return `invoices/${encodeURIComponent(invoiceID)}/${verb}`;
  }

  private run(source: Source, flow: Omit<CardFlow, "projectID">) {
    const start = (cardID: string) =>
      runCardActions({ ...flow, options: flow.options ?? {}, projectID: this.projectID }, cardID);
    if (typeof source === "string") start(source);
    else this.tokenize(source, flow.options, start, flow.onError);
  }

  private simple(
    method: string,
    path: string,
    data: Record<string, unknown>,
    success: (answer: ApiAnswer) => void,
    error: OnError,
  ) {
    const onAnswer = (answer: ApiAnswer) =>
      readOutcome(answer) === "success" ? success(answer) : error(new Exception("request.validation.error"));
    const onNoAnswer = (_request: XMLHttpRequest, _event: Event, code: string) => error(new Exception(code));
    apiRequest(this.projectID, method, path, data, onAnswer, onNoAnswer);
  }
}
