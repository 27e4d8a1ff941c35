import { Exception, type OnError } from "./exception";
import { openFieldChannel, readyLimitMs } from "./field-channel";
import { type FieldMessage, type FieldOptions, type FieldType, randomID } from "./field-message";
import { endpoint } from "./hosts";

type Handler = (data: unknown) => void;
const titles: Record<FieldType, string> = {
  number: "Card number",
  expiry: "Expiry date",
  "expiry-month": "Expiry month",
  "expiry-year": "Expiry year",
  cvc: "CVC",
};
const fieldTypes = Object.keys(titles);

function makeFrame(type: FieldType, id: string): HTMLIFrameElement {
  const iframe = document.createElement("iframe");
  iframe.className = "processout-field-cc-iframe";
  iframe.name = id;
  iframe.title = titles[type];
  iframe.height = "14px";
  iframe.setAttribute("frameborder", "0");
  iframe.setAttribute("scrolling", "no");
  // The page inside is light; on a dark shop a frame of another colour scheme would get a white ground.
  const colorScheme = "light";
  Object.assign(iframe.style, {
    display: "none",
    width: "100%",
    background: "none",
    border: "0",
    colorScheme,
  });
  iframe.src = endpoint("js", `/ccfield.html?r=${id}#${id}`);
  return iframe;
}

/** One hosted input: a frame of the sandbox inside the merchant's container. */
export class CardField {
  private readonly iframe: HTMLIFrameElement;
  private readonly channel: ReturnType<typeof openFieldChannel>;
  private readonly handlers = new Map<string, Handler[]>();
  private readonly readyTimer: ReturnType<typeof setTimeout>;
  private readonly observer = new MutationObserver(() => this.iframe.isConnected || this.destroy());
  private isReady = false;
  private next = () => {};

  constructor(
    private readonly form: { projectID: string; id: string },
    private readonly type: FieldType,
    private options: FieldOptions,
    private readonly element: HTMLElement,
    private readonly onReady: (field: CardField) => void,
    onError: OnError,
  ) {
    if (element instanceof HTMLInputElement) throw new Exception("processout-js.invalid-field");
    if (!fieldTypes.includes(type)) throw new Exception("processout-js.invalid-field-type");
    const placeholder = element.dataset.processoutPlaceholder ?? options.placeholder;
    this.options = { ...options, placeholder };
    const id = randomID();
    this.iframe = makeFrame(type, id);
    this.channel = openFieldChannel(this.iframe, id, (message) => this.hear(message));
    this.readyTimer = setTimeout(
      () => onError(new Exception("processout-js.field.unavailable")),
      readyLimitMs,
    );
    element.append(this.iframe);
    this.observer.observe(document, { childList: true, subtree: true });
  }

  private hear({ action, data }: FieldMessage) {
    if (action === "alive") this.setUp();
    else if (action === "ready") this.showOnce();
    else if (action === "resize" && !this.options.style?.height) this.iframe.height = String(data);
    else if (action === "focusEvent") this.element.classList.add("processout-input-focused");
    else if (action === "blurEvent") this.element.classList.remove("processout-input-focused");
    else if (action === "next") this.next();
    else if (action === "event") this.dispatch(data as { name: string; data: unknown });
  }

  private setUp() {
    const { projectID, id: formID } = this.form;
    const defaults = { expiryAutoNext: true, cardNumberAutoNext: true, enableCardSchemeSelection: false };
    this.channel.post("setup", {
      projectID,
      formID,
      data: { ...defaults, ...this.options, type: this.type },
    });
  }

  private showOnce() {
    clearTimeout(this.readyTimer);
    this.iframe.style.display = "block";
    if (this.options.style?.height) this.iframe.height = this.options.style.height;
    this.channel.post("resize");
    for (const name of this.handlers.keys()) this.channel.post("registerEvent", { data: name });
    if (this.isReady) return;
    this.isReady = true;
    this.onReady(this);
  }

  private dispatch({ name, data }: { name: string; data: unknown }) {
    for (const handler of this.handlers.get(name) ?? []) handler(data);
  }

  /** Runs `handler` on each DOM event of that name inside the frame (`input`, `focus`, `blur`, `click`). */
  on(name: string, handler: Handler) {
    const known = this.handlers.get(name);
    this.handlers.set(name, [...(known ?? []), handler]);
    if (!known && this.isReady) this.channel.post("registerEvent", { data: name });
  }
  addEventListener(name: string, handler: Handler) {
    this.on(name, handler);
  }

  /** Changes placeholder and style; everything else is fixed when the field is made. */
  update({ placeholder = this.options.placeholder, style = this.options.style }: FieldOptions) {
    this.options = { ...this.options, placeholder, style };
    this.channel.post("update", { data: this.options });
  }

  focus = () => this.channel.post("focus", { messageID: randomID() });
  blur = () => this.channel.post("blur", { messageID: randomID() });
  setNext = (next: () => void) => {
    this.next = next;
  };

  validate(success: () => void, error: OnError) {
    const onAnswer = (code: unknown) => (code ? error(new Exception(String(code))) : success());
    this.channel.ask("validate", undefined, onAnswer, error);
  }

  /** For the form: `tokenize` is asked of the number field, `refresh-cvc` of the CVC field. */
  exchange(
    action: "tokenize" | "refresh-cvc",
    data: unknown,
    success: (token: string, card: unknown) => void,
    error: OnError,
  ) {
    type Answer = { token?: string; card?: unknown; error?: { code?: string; message?: string } } | undefined;
    const onAnswer = (answer: unknown) => {
      const { token, card, error: failure } = (answer as Answer) ?? {};
      if (token) success(token, card);
      else error(new Exception(failure?.code ?? "default", failure?.message));
    };
    this.channel.ask(action, data, onAnswer, error);
  }

  destroy() {
    clearTimeout(this.readyTimer);
    this.observer.disconnect();
    this.channel.close();
    this.element.classList.remove("processout-input-focused");
    this.iframe.remove();
  }
}
