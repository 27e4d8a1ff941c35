import { type FormEvent, useState } from "react";
import { control, type Row } from "./control";
import { Notice } from "./notice";
import { useControl } from "./use-control";
import { Value } from "./value";

/** The project's webhook endpoints. Tokens and invoices may name further addresses. */
export function EndpointPanel() {
  const { data, error, reload } = useControl<{ webhook_endpoints: Row[] }>("webhook-endpoints");
  const [failure, setFailure] = useState("");
  const endpoints = data?.webhook_endpoints ?? [];

  async function run(work: Promise<unknown>) {
    try {
      await work;
      setFailure("");
      reload();
    } catch (thrown) {
      setFailure((thrown as Error).message);
    }
  }
  function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const names = String(given.get("events"))
      .split(/[\s,]+/)
      .filter(Boolean);
    void run(control.post("webhook-endpoints", { url: given.get("url"), events_whitelist: names })).then(() =>
      form.reset(),
    );
  }

  return (
    <>
      <header className="bar">
        <h1>Webhook endpoints</h1>
      </header>
      {(error || failure) && <Notice tone="bad">{error || failure}</Notice>}
      <form className="panel form" onSubmit={add}>
        <label className="wide">
          Address
          <input name="url" type="url" required placeholder="http://localhost:3000/api/webhooks/…" />
        </label>
        <label className="wide">
          Only these events
          <input name="events" placeholder="all" />
        </label>
        <button type="submit" className="main">
          Add
        </button>
      </form>
      {data && endpoints.length === 0 && (
        <Notice>No endpoints. Events go only to the addresses that tokens and invoices name.</Notice>
      )}
      {endpoints.length > 0 && (
        <div className="scroll">
          <table aria-label="Webhook endpoints">
            <thead>
              <tr>
                <th scope="col">Address</th>
                <th scope="col">Events</th>
                <th scope="col">Created</th>
                <th scope="col">
                  <span className="unseen">Action</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {endpoints.map((endpoint) => (
                <tr key={endpoint.id}>
                  <td className="mono">{String(endpoint.url)}</td>
                  <td>{(endpoint.events_whitelist as string[]).join(", ") || "all"}</td>
                  <td>
                    <Value of={endpoint.created_at} />
                  </td>
                  <td>
                    <button
                      type="button"
                      onClick={() => run(control.remove(`webhook-endpoints/${endpoint.id}`))}
                    >
                      Remove
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
