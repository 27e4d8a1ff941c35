import type { LoggedRequest } from "./use-requests";
import { Json } from "./value";

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** One request and its answer. Secrets were redacted before they were logged. */
export function RequestDetails({ request }: { request: LoggedRequest }) {
  const facts = [
    ["Query", request.query],
    ["Idempotency key", request.idempotency_key],
    ["API version", request.api_version],
    ["User agent", request.user_agent],
    ["Warnings", request.warnings.join(" ")],
  ].filter(([, value]) => value);
  return (
    <div className="details">
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="mono">{value}</dd>
          </div>
        ))}
      </dl>
      <section aria-label="Request">
        <h2>Request</h2>
        <Json of={request.body} />
      </section>
      <section aria-label="Answer">
        <h2>Answer</h2>
        <Json of={parse(request.answer)} />
      </section>
    </div>
  );
}
