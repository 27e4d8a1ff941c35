import { type FormEvent, useState } from "react";
import { control } from "./control";

type Extra = "status" | "error_type" | "latency_ms";

/** Each kind of fault and the settings it takes. */
const faultKinds: Record<string, { text: string; extras: Extra[]; isWebhook?: boolean }> = {
  latency: { text: "Answer late", extras: ["latency_ms"] },
  status: { text: "Answer with an error", extras: ["status", "error_type", "latency_ms"] },
  reset: { text: "Reset the connection", extras: [] },
  hang: { text: "Never answer", extras: [] },
  malformed: { text: "Answer with broken JSON", extras: ["status"] },
  empty: { text: "Answer with an empty body", extras: ["status"] },
  "drop-webhooks": { text: "Drop webhooks", extras: [], isWebhook: true },
  "duplicate-webhooks": { text: "Send webhooks twice", extras: [], isWebhook: true },
  "reorder-webhooks": { text: "Send webhooks out of order", extras: ["latency_ms"], isWebhook: true },
  "delay-webhooks": { text: "Send webhooks late", extras: ["latency_ms"], isWebhook: true },
};

const extraFields: Record<Extra, { label: string; type: string; example: string }> = {
  status: { label: "HTTP status", type: "number", example: "503" },
  error_type: { label: "Error type", type: "text", example: "gateway.timeout" },
  latency_ms: { label: "Delay in ms", type: "number", example: "3000" },
};

function readForm(form: HTMLFormElement) {
  const given = new FormData(form);
  const body: Record<string, unknown> = { after: given.get("after") === "on" };
  for (const [name, value] of given) {
    if (name === "after" || value === "") continue;
    body[name] = ["status", "latency_ms", "times"].includes(name) ? Number(value) : value;
  }
  return body;
}

export function FaultForm({ onAdded }: { onAdded: () => void }) {
  const [kind, setKind] = useState("status");
  const [error, setError] = useState("");
  const chosen = faultKinds[kind];

  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    try {
      await control.post("faults", readForm(event.currentTarget));
      setError("");
      onAdded();
    } catch (failure) {
      setError((failure as Error).message);
    }
  }

  return (
    <form className="panel form" onSubmit={add}>
      <label>
        Fault
        <select name="kind" value={kind} onChange={(event) => setKind(event.target.value)}>
          {Object.entries(faultKinds).map(([name, { text }]) => (
            <option key={name} value={name}>
              {text}
            </option>
          ))}
        </select>
      </label>
      <label className="wide">
        Match
        <input
          name="match"
          key={String(chosen?.isWebhook)}
          defaultValue={chosen?.isWebhook ? "*" : "POST /customers/*/tokens"}
          required
        />
      </label>
      {chosen?.extras.map((name) => (
        <label key={name}>
          {extraFields[name].label}
          <input name={name} type={extraFields[name].type} placeholder={extraFields[name].example} min={0} />
        </label>
      ))}
      <label>
        Times
        <input name="times" type="number" min={1} placeholder="always" />
      </label>
      {!chosen?.isWebhook && (
        <label className="check">
          <input name="after" type="checkbox" /> Process the request first
        </label>
      )}
      <button type="submit" className="main">
        Inject
      </button>
      {error && <p role="alert">{error}</p>}
    </form>
  );
}
