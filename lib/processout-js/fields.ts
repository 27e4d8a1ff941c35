import type { CardFieldName } from "./browser-error";
import { type FieldEvents, listen } from "./field-events";
import { fromCallbacks, type Limits } from "./from-callbacks";
import type { ProcessOutClient, ScriptForm } from "./script";
import { fieldsOf, validateFields } from "./validate-fields";

/** Slightly longer than the script's own limit for loading a field. */
const READY_LIMIT_MS = 25_000;
/** Tokenizing is a request of the number field's frame, after every other field has answered it. */
const TOKENIZE_LIMIT_MS = 60_000;

export type FieldStyle = { [property: string]: string | FieldStyle };

export type MountOptions = FieldEvents & {
  /** For every field; a container's `data-processout-placeholder` takes precedence. */
  placeholder?: string;
  /** CSS in camel case, with ":hover", ":focus", "::placeholder" and "::selection" nested. */
  style?: FieldStyle;
  /** Without it an empty CVC is valid. */
  requireCVC?: boolean;
  expiryAutoNext?: boolean;
  cardNumberAutoNext?: boolean;
  /** Lets the shopper choose the network of a co-badged card inside the number field. */
  enableCardSchemeSelection?: boolean;
  preferredSchemes?: string[];
};

/** Details of the card besides those in the fields. Never a number or a CVC. */
export type CardData = {
  name?: string;
  contact?: { address1?: string; city?: string; state?: string; zip?: string; country_code?: string };
  metadata?: Record<string, string>;
  preferred_scheme?: string;
};

export type CardFields = {
  /** Resolves when every field accepts input; rejects with a BrowserError when one fails to load. */
  ready: Promise<void>;
  /** Rejects with a BrowserError whose `fields` names every invalid field, of all fields or of `only`. */
  validate(only?: CardFieldName): Promise<void>;
  /** Validates the fields, creates a card and resolves with its id, which can be used once. */
  tokenize(data?: CardData, limits?: Limits): Promise<string>;
  /** Sends the CVC that was typed to an existing card. */
  refreshCvc(cardId: string, limits?: Limits): Promise<void>;
  /** Does nothing before `ready` or for a field that is not mounted. */
  focus(field: CardFieldName): void;
  /** Changes the style of the fields that are mounted. What was typed stays. */
  restyle(style: FieldStyle): void;
  /** Removes the fields. No callback runs afterwards; pending promises reject as canceled. */
  destroy(): void;
};

/**
 * Mounts the hosted fields into the elements of `form` marked `data-processout-input`: `cc-number`, `cc-exp` (or
 * `cc-exp-month` and `cc-exp-year`) and `cc-cvc`. Never throws: failures reject `ready`. Call `destroy` before
 * mounting again, as an effect's cleanup does.
 */
export function mountFields(client: ProcessOutClient, form: HTMLElement, options?: MountOptions): CardFields {
  return mount(client, "setupForm", form, options);
}

/** Mounts only a CVC field (`cc-cvc`), to ask for the CVC of a saved card. */
export function mountCvcField(
  client: ProcessOutClient,
  form: HTMLElement,
  options?: MountOptions,
): CardFields {
  return mount(client, "setupFormCVC", form, options);
}

function mount(
  client: ProcessOutClient,
  method: "setupForm" | "setupFormCVC",
  form: HTMLElement,
  { onChange, onInput, onFocus, onBlur, ...options }: MountOptions = {},
): CardFields {
  const unmount = new AbortController();
  let mounted: ScriptForm | undefined;

  for (const container of containersOf(form)) container.replaceChildren();
  const loading = fromCallbacks<ScriptForm>((succeed, fail) => client[method](form, options, succeed, fail), {
    signals: [unmount.signal],
    timeoutMs: READY_LIMIT_MS,
    timeoutCode: "processout-js.field.unavailable",
  });
  const frames = containersOf(form).flatMap((container) => [...container.children]);

  const ready = loading.then((scriptForm) => {
    mounted = scriptForm;
    listen(scriptForm, { onChange, onInput, onFocus, onBlur }, unmount.signal);
  });
  // Callers need not await it: an unmount while loading is not an unhandled rejection.
  ready.catch(() => {});

  const within = (limits: Limits = {}) => ({
    signals: [unmount.signal, limits.signal],
    timeoutMs: limits.timeoutMs ?? TOKENIZE_LIMIT_MS,
  });

  return {
    ready,
    async validate(only) {
      await validateFields(await loading, within(), only);
    },
    async tokenize(data = {}, limits) {
      const scriptForm = await loading;
      await validateFields(scriptForm, within(limits));
      return fromCallbacks<string>(
        (succeed, fail) => client.tokenize(scriptForm, { ...data }, succeed, fail),
        within(limits),
      );
    },
    async refreshCvc(cardId, limits) {
      const scriptForm = await loading;
      await validateFields(scriptForm, within(limits), "cvc");
      await fromCallbacks<string>(
        (succeed, fail) => client.refreshCVC(cardId, scriptForm, succeed, fail),
        within(limits),
      );
    },
    focus(name) {
      if (mounted) fieldsOf(mounted).get(name)?.focus();
    },
    restyle(style) {
      if (mounted) for (const field of fieldsOf(mounted).values()) field.update({ style });
    },
    destroy() {
      unmount.abort();
      for (const frame of frames) frame.remove();
      for (const container of containersOf(form)) container.classList.remove("processout-input-focused");
    },
  };
}

const containersOf = (form: HTMLElement) => [...form.querySelectorAll("[data-processout-input]")];
