import { BrowserError, type CardFieldName } from "./browser-error";
import type { ScriptField, ScriptForm } from "./script";
import { settleOnce, type Wait } from "./settle-once";

/** The fields that are mounted, in the order a shopper fills them. */
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
 * Asks each field by itself, because the script's form reports wrong fields one by one and never says when it
 * is done. Rejects with one BrowserError that names them all, or with the first that is not the shopper's to
 * correct.
 */
export async function validateFields(form: ScriptForm, wait: Wait, only?: CardFieldName): Promise<void> {
  const fields = [...fieldsOf(form)].filter(([name]) => only === undefined || name === only);
  const wrong: Partial<Record<CardFieldName, string>> = {};
  await Promise.all(
    fields.map(async ([name, field]) => {
      try {
        await settleOnce<void>((succeed, fail) => field.validate(succeed, fail), wait);
      } catch (error) {
        if (!(error instanceof BrowserError) || error.kind !== "field") throw error;
        wrong[name] = error.code;
      }
    }),
  );
  const [code] = fields.flatMap(([name]) => wrong[name] ?? []);
  if (code) throw new BrowserError({ code, fields: wrong, kind: "field" });
}
