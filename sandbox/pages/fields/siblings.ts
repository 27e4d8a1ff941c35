import { type FieldName, randomID } from "../../client/field-message";

/** What one field knows. Travels only between the frames of one form, which share this origin. */
export type FieldValue = { exp_month?: string; exp_year?: string; cvc2?: string };

type Note =
  | { kind: "ask"; id: string; names: FieldName[] }
  | { kind: "answer"; id: string; name: FieldName; value: FieldValue }
  | { kind: "cvc-length"; length: number | undefined }
  | { kind: "hello" };

const answerLimitMs = 5_000;

/**
 * The frames of one form, joined by a channel that only this origin can open. `getValue` answers the number field;
 * `onHello` runs when a frame joins, `onCvcLength` when the card's brand becomes known.
 */
export function joinSiblings(
  formID: string,
  name: FieldName,
  on: { getValue(): FieldValue; hello(): void; cvcLength(length: number | undefined): void },
) {
  const channel = new BroadcastChannel(`processout.form.${formID}`);
  const post = (note: Note) => channel.postMessage(note);
  const asked = new Map<string, (name: FieldName, value: FieldValue) => void>();

  channel.onmessage = ({ data }: MessageEvent<Note>) => {
    if (data.kind === "ask" && data.names.includes(name))
      post({ kind: "answer", id: data.id, name, value: on.getValue() });
    else if (data.kind === "answer") asked.get(data.id)?.(data.name, data.value);
    else if (data.kind === "cvc-length") on.cvcLength(data.length);
    else if (data.kind === "hello") on.hello();
  };
  post({ kind: "hello" });

  /** Everything the named siblings know, in one object. Rejects when one of them is gone. */
  function collect(names: FieldName[]): Promise<FieldValue> {
    const id = randomID();
    const missing = new Set(names);
    return new Promise((resolve, reject) => {
      let all: FieldValue = {};
      if (missing.size === 0) return resolve(all);
      const timer = setTimeout(() => {
        asked.delete(id);
        reject(new Error(`No answer from ${[...missing].join(", ")}`));
      }, answerLimitMs);
      asked.set(id, (from, value) => {
        all = { ...all, ...value };
        missing.delete(from);
        if (missing.size > 0) return;
        clearTimeout(timer);
        asked.delete(id);
        resolve(all);
      });
      post({ kind: "ask", id, names });
    });
  }

  const shareCvcLength = (length: number | undefined) => post({ kind: "cvc-length", length });
  return { collect, shareCvcLength };
}
