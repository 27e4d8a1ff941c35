import "server-only";
import type { z } from "zod";
import { type AppError, toAppError } from "@/lib/platform/errors";
import { type CallState, type FormState, RENDERED_FOR } from "@/lib/platform/form-state";
import { log } from "@/lib/platform/log";
import { CARD_NUMBER_SENTENCE, cleanInput, cleanText, containsCardNumber } from "@/lib/platform/typed-text";
import { requireSameUser } from "./session";

/**
 * Wraps a form's server action: requires the user, validates the fields, then calls `fn`. Invalid fields are returned with
 * the typed values, so a schema must not contain a secret. An `AppError` becomes its sentence; anything else, also a
 * redirect, is rethrown. Signed out is such an error and no redirect, so that the page keeps what was typed.
 */
export const userAction = makeFormAction(requireSameUser);

/**
 * The same for an action that a client component calls with a plain argument. A malformed argument was not typed by a
 * person, so the result is "not found".
 */
export const userCall = makeCall(requireSameUser);

/** Finds out who is asking. `renderedFor` is what the page says of itself, if it does, and only ever a reason to refuse. */
type FindWho<Who> = (renderedFor: string | undefined) => Promise<Who>;

export function makeFormAction<Who>(findWho: FindWho<Who>) {
  return <Schema extends z.ZodObject>(
    schema: Schema,
    fn: (who: Who, input: z.output<Schema>) => Promise<FormState<FieldOf<Schema>> | undefined>,
  ) =>
    async (_previous: FormState<FieldOf<Schema>>, form?: FormData): Promise<FormState<FieldOf<Schema>>> => {
      const values = typedValues(schema, form);
      try {
        const who = await findWho(form instanceof FormData ? textOf(form.get(RENDERED_FOR)) : undefined);
        const parsed = schema.safeParse(values);
        if (!parsed.success) return { status: "invalid", errors: firstErrors(parsed.error), values };
        const errors = cardNumberErrors(values);
        if (Object.keys(errors).length > 0) return { status: "invalid", errors, values };
        return (await fn(who, parsed.data)) ?? { status: "done" };
      } catch (error) {
        const { code, sentence } = knownFailure(error);
        return { status: "failed", code, message: sentence, values };
      }
    };
}

export function makeCall<Who>(findWho: FindWho<Who>) {
  return <Schema extends z.ZodType, Result>(
    schema: Schema,
    fn: (who: Who, input: z.output<Schema>) => Promise<Result>,
  ) =>
    async (input: z.input<Schema>, renderedFor?: string): Promise<CallState<Result>> => {
      try {
        const who = await findWho(textOf(renderedFor));
        const cleaned = cleanInput(input);
        if (containsCardNumber(JSON.stringify(cleaned) ?? ""))
          return { status: "failed", code: "input.card-number", message: CARD_NUMBER_SENTENCE };
        const parsed = schema.safeParse(cleaned);
        if (!parsed.success)
          return { status: "failed", code: "not-found", message: "We could not find that." };
        return { status: "done", data: await fn(who, parsed.data) };
      } catch (error) {
        const { code, sentence } = knownFailure(error);
        return { status: "failed", code, message: sentence };
      }
    };
}

/** A request may come with anything instead. */
const textOf = (value: unknown) => (typeof value === "string" ? value : undefined);

type FieldOf<Schema extends z.ZodObject> = Extract<keyof z.input<Schema>, string>;

/** The schema's fields as text. Files and unknown fields are dropped. A request may come without the form. */
function typedValues<Schema extends z.ZodObject>(schema: Schema, form: unknown) {
  if (!(form instanceof FormData)) return {};
  const entries = Object.keys(schema.shape).map((field) => [field, form.get(field)] as const);
  const texts = entries.filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return Object.fromEntries(texts.map(([field, text]) => [field, cleanText(text)])) as Partial<
    Record<FieldOf<Schema>, string>
  >;
}

/** A card number in a field of a form, which is for anything else. */
function cardNumberErrors<Field extends string>(values: Partial<Record<Field, string>>) {
  const wrong = Object.entries<string | undefined>(values).filter(([, text]) =>
    containsCardNumber(text ?? ""),
  );
  return Object.fromEntries(wrong.map(([field]) => [field, CARD_NUMBER_SENTENCE])) as Partial<
    Record<Field, string>
  >;
}

/** The first error of each field. */
function firstErrors<Field extends string>(error: z.ZodError): Partial<Record<Field, string>> {
  const errors: Record<string, string> = {};
  for (const { path, message } of error.issues) errors[String(path[0])] ??= message;
  return errors as Partial<Record<Field, string>>;
}

function knownFailure(error: unknown): AppError {
  const known = toAppError(error);
  if (!known) throw error;
  log.warn("action.failed", { error: known });
  return known;
}
