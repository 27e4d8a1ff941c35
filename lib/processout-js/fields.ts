import type { CardFieldName } from "./browser-error";
import { type FieldEvents, listen } from "./field-events";
import type { ProcessOutClient, ScriptForm } from "./script";
import { type Limits, settleOnce } from "./settle-once";
import { fieldsOf, validateFields } from "./validate-fields";

/** A little more than the script's own limit for a field to load. */
const READY_LIMIT_MS = 25_000;
/** Making a card is a request of the number field's frame, after all fields have answered it. */
const TOKENIZE_LIMIT_MS = 60_000;

export type FieldStyle = { [property: string]: string | FieldStyle };

export type MountOptions = FieldEvents & {
  /** Of every field; a container's `data-processout-placeholder` wins. */
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

/** What goes into the card beside what the fields hold. Never a number or a CVC. */
export type CardData = {
  name?: string;
  contact?: { address1?: string; city?: string; state?: string; zip?: string; country_code?: string };
  metadata?: Record<string, string>;
  preferred_scheme?: string;
};

export type CardFields = {
  /** Resolves when every field can be typed into; rejects with a BrowserError when one cannot. */
  ready: Promise<void>;
  /** Rejects with a BrowserError whose `fields` names every wrong field (or the one asked about). */
  validate(only?: CardFieldName): Promise<void>;
  /** Validates, makes a card, and resolves with its id, which is good for one use. */
  tokenize(data?: CardData, limits?: Limits): Promise<string>;
  /** Gives an existing card the CVC typed here. */
  refreshCvc(cardId: string, limits?: Limits): Promise<void>;
  /** Does nothing before `ready`, or for a field that is not there. */
  focus(field: CardFieldName): void;
  /** Takes the fields out of the page. No callback runs afterwards; promises still open reject as canceled. */
  destroy(): void;
};

/**
 * Puts the hosted fields into the elements of `form` marked `data-processout-input`: `cc-number`, `cc-exp` (or
 * `cc-exp-month` and `cc-exp-year`) and `cc-cvc`. Never throws: what goes wrong rejects `ready`.
 * Call `destroy` before mounting again, as an effect's cleanup does.
 */
export function mountFields(client: ProcessOutClient, form: HTMLElement, options?: MountOptions): CardFields {
  return mount(client, "setupForm", form, options);
}

/** A CVC field alone (`cc-cvc`), to ask for the CVC of a saved card again. */
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
  const life = new AbortController();
  let mounted: ScriptForm | undefined;

  for (const container of containersOf(form)) container.replaceChildren();
  const becoming = settleOnce<ScriptForm>((succeed, fail) => client[method](form, options, succeed, fail), {
    signals: [life.signal],
    timeoutMs: READY_LIMIT_MS,
    timeoutCode: "processout-js.field.unavailable",
  });
  const frames = containersOf(form).flatMap((container) => [...container.children]);

  const ready = becoming.then((scriptForm) => {
    mounted = scriptForm;
    listen(scriptForm, { onChange, onInput, onFocus, onBlur }, life.signal);
  });
  // Nobody has to wait for it: an unmount in between is not an unhandled rejection.
  ready.catch(() => {});

  const within = (limits: Limits = {}) => ({
    signals: [life.signal, limits.signal],
    timeoutMs: limits.timeoutMs ?? TOKENIZE_LIMIT_MS,
  });

  return {
    ready,
    async validate(only) {
      await validateFields(await becoming, within(), only);
    },
    async tokenize(data = {}, limits) {
      const scriptForm = await becoming;
      await validateFields(scriptForm, within(limits));
      return settleOnce<string>(
        (succeed, fail) => client.tokenize(scriptForm, { ...data }, succeed, fail),
        within(limits),
      );
    },
    async refreshCvc(cardId, limits) {
      const scriptForm = await becoming;
      await validateFields(scriptForm, within(limits), "cvc");
      await settleOnce<string>(
        (succeed, fail) => client.refreshCVC(cardId, scriptForm, succeed, fail),
        within(limits),
      );
    },
    focus(name) {
      if (mounted) fieldsOf(mounted).get(name)?.focus();
    },
    destroy() {
      life.abort();
      for (const frame of frames) frame.remove();
      for (const container of containersOf(form)) container.classList.remove("processout-input-focused");
    },
  };
}

const containersOf = (form: HTMLElement) => [...form.querySelectorAll("[data-processout-input]")];
