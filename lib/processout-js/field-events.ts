import type { CardFieldName } from "./browser-error";
import type { ScriptForm } from "./script";
import { fieldsOf } from "./validate-fields";

/** What the number field reports: never more than the number's first digits. */
export type NumberChange = {
  /** The first six to eight digits; empty while fewer are typed. */
  iin: string;
  /** The number of digits typed. */
  length: number;
  /**
   * Likeliest first, in the script's spelling ("carte bancaire", "american-express"). Two or more: co-badged.
   */
  schemes: string[];
};

export type FieldEvents = {
  onChange?: ((number: NumberChange) => void) | undefined;
  onInput?: ((field: CardFieldName) => void) | undefined;
  onFocus?: ((field: CardFieldName) => void) | undefined;
  onBlur?: ((field: CardFieldName) => void) | undefined;
};

/** Registers one handler per event and field: with two, the script would run the first one twice. */
export function listen(form: ScriptForm, events: FieldEvents, signal: AbortSignal): void {
  for (const [name, field] of fieldsOf(form)) {
    const on = (event: string, handler: (data: unknown) => void) =>
      field.on(event, (data) => {
        if (!signal.aborted) handler(data);
      });
    on("focus", () => events.onFocus?.(name));
    on("blur", () => events.onBlur?.(name));
    on("input", (data) => {
      events.onInput?.(name);
      if (name === "number") events.onChange?.(readNumberChange(data));
    });
  }
}

function readNumberChange(data: unknown): NumberChange {
  const { card_iin, card_number_length, schemes } = (data ?? {}) as Record<string, unknown>;
  return {
    iin: typeof card_iin === "string" ? card_iin : "",
    length: typeof card_number_length === "number" ? card_number_length : 0,
    schemes: Array.isArray(schemes) ? schemes.filter((scheme) => typeof scheme === "string") : [],
  };
}
