import { control, type Row } from "./control";
import { FaultForm } from "./fault-form";
import { Notice } from "./notice";
import { useControl } from "./use-control";
import { Value } from "./value";

const columns = ["kind", "match", "status", "error_type", "latency_ms", "times", "after", "hits"];

/** The injected faults, and a form to inject more. A restart removes them. */
export function FaultPanel() {
  const { data, error, reload } = useControl<{ faults: Row[] }>("faults");
  const faults = data?.faults ?? [];
  async function remove(path: string) {
    await control.remove(path);
    reload();
  }
  return (
    <>
      <header className="bar">
        <h1>Faults</h1>
        <span className="spring" />
        <button type="button" disabled={faults.length === 0} onClick={() => remove("faults")}>
          Remove all
        </button>
      </header>
      {error && <Notice tone="bad">{error}</Notice>}
      <FaultForm onAdded={reload} />
      {data && faults.length === 0 && <Notice>No faults.</Notice>}
      {faults.length > 0 && (
        <div className="scroll">
          <table aria-label="Faults">
            <thead>
              <tr>
                {columns.map((name) => (
                  <th key={name} scope="col">
                    {name.replace("_", " ")}
                  </th>
                ))}
                <th scope="col">
                  <span className="unseen">Action</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {faults.map((fault) => (
                <tr key={fault.id}>
                  {columns.map((name) => (
                    <td key={name} className="mono">
                      <Value of={fault[name]} />
                    </td>
                  ))}
                  <td>
                    <button type="button" onClick={() => remove(`faults/${fault.id}`)}>
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
