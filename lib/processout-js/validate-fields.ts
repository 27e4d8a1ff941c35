import { BrowserError, type CardFieldName } from "./browser-error";
import { fromCallbacks, type Wait } from "./from-callbacks";
import type { ScriptField, ScriptForm } from "./script";

/** The mounted fields, in the order in which a shopper fills them. */
export function fieldsOf(form: ScriptForm): Map<CardFieldName, ScriptField> {
  const fields: [CardFieldName, ScriptField | undefined][] = [
    ["number", form.getNumberField()],
    ["expiry", form.getExpiryField()],
    ["expiryMonth", form.getExpiryMonthField()],
    ["expiryYear", form.getExpiryYearField()],
    ["cvc", form.getCVCField()],
  ];
  return new Map(fields.filter((entry): entry is [CardFieldName, ScriptField] => Boolean(entry[1])));
}

/**
 * Validates each field separately, because the script's form reports invalid fields one by one and never that it
 * is done. Rejects with one BrowserError that names all of them, or with the first error of another kind.
 */
export async function validateFields(form: ScriptForm, wait: Wait, only?: CardFieldName): Promise<void> {
  const fields = [...fieldsOf(form)].filter(([name]) => only === undefined || name === only);
  const invalid: Partial<Record<CardFieldName, string>> = {};
  await Promise.all(
    fields.map(async ([name, field]) => {
      try {
        await fromCallbacks<void>((succeed, fail) => field.validate(succeed, fail), wait);
      } catch (error) {
        if (!(error instanceof BrowserError) || error.kind !== "field") throw error;
        invalid[name] = error.code;
      }
    }),
  );
  const [code] = fields.flatMap(([name]) => invalid[name] ?? []);
  if (code) throw new BrowserError({ code, fields: invalid, kind: "field" });
}
