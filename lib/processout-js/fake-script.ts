import type { OnScriptError, ProcessOutClient, ScriptField, ScriptForm, ScriptOptions } from "./script";

/**
 * For tests: ProcessOut's script without a browser. Keeps every call with its callbacks, which the test runs.
 */
type Call<Arguments extends unknown[]> = {
  arguments: Arguments;
  succeed: (value?: unknown) => void;
  fail: OnScriptError;
};

export class FakeField implements ScriptField {
  readonly handlers: [event: string, handler: (data: unknown) => void][] = [];
  /** What `validate` reports: valid, an error code, or nothing. */
  verdict: "valid" | "silent" | (string & {}) = "valid";
  focused = 0;
  options: ScriptOptions = {};

  on(event: string, handler: (data: unknown) => void) {
    this.handlers.push([event, handler]);
  }
  validate(success: () => void, error: OnScriptError) {
    if (this.verdict === "valid") success();
    else if (this.verdict !== "silent") error({ code: this.verdict });
  }
  focus() {
    this.focused += 1;
  }
  update(options: ScriptOptions) {
    this.options = { ...this.options, ...options };
  }
  fire(event: string, data?: unknown) {
    for (const [name, handler] of this.handlers) if (name === event) handler(data);
  }
}

export class FakeForm implements ScriptForm {
  readonly number = new FakeField();
  readonly expiry = new FakeField();
  readonly cvc = new FakeField();
  getNumberField = () => this.number;
  getExpiryField = () => this.expiry;
  getExpiryMonthField = () => undefined;
  getExpiryYearField = () => undefined;
  getCVCField = () => this.cvc;
}

/** The part of an element that `mountFields` uses. */
export class FakeElement {
  readonly containers = ["cc-number", "cc-exp", "cc-cvc"].map((name) => new FakeContainer(name));
  querySelectorAll = () => this.containers;
  get frames() {
    return this.containers.flatMap(({ children }) => children);
  }
  asElement() {
    return this as unknown as HTMLElement;
  }
}

class FakeContainer {
  children: { remove(): void }[] = [];
  readonly classes = new Set<string>();
  readonly classList = { remove: (name: string) => this.classes.delete(name) };
  constructor(readonly name: string) {}
  replaceChildren() {
    this.children = [];
  }
  append() {
    const frame = {
      remove: () => {
        this.children = this.children.filter((child) => child !== frame);
      },
    };
    this.children.push(frame);
  }
}

export class FakeClient implements ProcessOutClient {
  readonly forms: (Call<[element: FakeElement, options: object]> & { form: FakeForm })[] = [];
  readonly calls: Call<unknown[]>[] = [];
  /** The exception that `setupForm` throws, if any. */
  broken: unknown;

  setupForm: ProcessOutClient["setupForm"] = (element, options, success, error) => {
    if (this.broken) throw this.broken;
    const mounted = element as unknown as FakeElement;
    for (const container of mounted.containers) container.append();
    const form = new FakeForm();
    this.forms.push({ arguments: [mounted, options], form, succeed: () => success(form), fail: error });
    return form;
  };
  setupFormCVC = this.setupForm;
  tokenize: ProcessOutClient["tokenize"] = (form, data, success, error) =>
    this.keep([form, data], success, error);
  refreshCVC: ProcessOutClient["refreshCVC"] = (card, form, success, error) =>
    this.keep([card, form], success, error);
  makeCardToken: ProcessOutClient["makeCardToken"] = (card, customer, token, options, success, error) =>
    this.keep([card, customer, token, options], success, error);
  makeCardPayment: ProcessOutClient["makeCardPayment"] = (
    invoice,
    source,
    options,
    success,
    error,
    _,
    pending,
  ) => this.keep([invoice, source, options, pending], success, error);

  private keep(args: unknown[], success: (value: string) => void, error: OnScriptError) {
    this.calls.push({ arguments: args, succeed: (value) => success(String(value)), fail: error });
  }
}
