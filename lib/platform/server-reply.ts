/**
 * Whether a body holds arguments of a server action as our own pages encode them, with React's `encodeReply`: a list of
 * plain data as JSON, or the same as part `0` of a form beside the fields of a submitted form. React can encode far more
 * (promises, streams, maps, references to other parts); its decoder throws on what is malformed, and Next.js turns that
 * into an error 500.
 */
export async function isServerReply(request: Request, isForm: boolean): Promise<boolean> {
  if (!isForm) return isList(await request.text());
  const form = await request.formData().catch(() => null);
  const fields = form ? [...form] : [];
  if (fields.length === 0 || fields.length > MAX_FIELDS) return false;
  return request.headers.has("next-action") ? isList(form?.get("0")) : fields.every(isField(form));
}

const MAX_FIELDS = 100;
const MAX_DEPTH = 8;

/** Text that begins with `$` is a reference: of these, pages send `undefined`, the submitted form, and `$` itself. */
const REFERENCE = /^\$(?!\$|undefined$|K[0-9a-f]+$)/;

function isList(value: unknown): boolean {
  const list = parse(value);
  return Array.isArray(list) && isPlain(list);
}

function isPlain(value: unknown, depth = 0): boolean {
  if (typeof value === "string") return !REFERENCE.test(value);
  if (typeof value !== "object" || value === null) return true;
  return depth < MAX_DEPTH && Object.values(value).every((item) => isPlain(item, depth + 1));
}

/** A form without script names its action in `$ACTION_REF_1`, describes it in `$ACTION_1:0`, and its arguments in `$ACTION_1:1`. */
const isField =
  (form: FormData | null) =>
  ([name, value]: [string, FormDataEntryValue]) => {
    const [, reference] = /^\$ACTION_REF_(\d+)$/.exec(name) ?? [];
    if (reference) return form?.has(`$ACTION_${reference}:0`) ?? false;
    const [, action, part] = /^\$ACTION_(\d+):(\d+)$/.exec(name) ?? [];
    if (!action) return true;
    if (part !== "0") return isList(value);
    const { id, bound } = Object(parse(value));
    const isBound = bound === "$@1" && form?.has(`$ACTION_${action}:1`);
    return typeof id === "string" && (isBound || bound === null);
  };

function parse(value: unknown): unknown {
  try {
    return typeof value === "string" ? JSON.parse(value) : undefined;
  } catch {
    return undefined;
  }
}
