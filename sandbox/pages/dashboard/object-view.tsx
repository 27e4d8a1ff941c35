import { useState } from "react";
import { control, type Opened, type Row } from "./control";
import { Fields } from "./fields";
import { kinds } from "./kinds";
import { hrefOf } from "./location";
import { Notice } from "./notice";
import { Table } from "./table";
import { useControl } from "./use-control";

function Redeliver({ id, onDone }: { id: string; onDone: () => void }) {
  const [state, setState] = useState("");
  async function send() {
    try {
      await control.post(`deliveries/${encodeURIComponent(id)}/redeliver`);
      setState("Sent again, as a new delivery.");
      onDone();
    } catch (error) {
      setState((error as Error).message);
    }
  }
  return (
    <>
      {state && <span role="status">{state}</span>}
      <button type="button" className="main" onClick={send}>
        Deliver again
      </button>
    </>
  );
}

/** One object: its fields as stored, and the objects that refer to it. */
export function ObjectView({ view, id }: { view: string; id: string }) {
  const { data, error, isLoading, reload } = useControl<Opened>(`objects/${view}/${encodeURIComponent(id)}`);
  const kind = kinds[view];
  if (isLoading) return null;
  if (error || !data || !kind) return <Notice tone="bad">{error ?? "There is no such object."}</Notice>;
  const open = (name: string) => (row: Row) => {
    location.hash = hrefOf(name, row.id);
  };
  return (
    <>
      <header className="bar">
        <a href={hrefOf(view)} className="back">
          {kind.title}
        </a>
        <h1 className="mono">{id}</h1>
        <span className="spring" />
        <a href={`#/requests?${new URLSearchParams({ search: id })}`}>Requests</a>
        {view === "deliveries" && <Redeliver id={id} onDone={reload} />}
        <button type="button" onClick={() => navigator.clipboard.writeText(id)}>
          Copy ID
        </button>
        <button type="button" onClick={reload}>
          Refresh
        </button>
      </header>
      <Fields object={data.object} />
      {Object.entries(data.related).map(
        ([name, rows]) =>
          rows.length > 0 && (
            <section key={name}>
              <h2>{kinds[name]?.title}</h2>
              <Table
                columns={kinds[name]?.columns ?? []}
                rows={rows}
                label={kinds[name]?.title ?? name}
                onOpen={open(name)}
              />
            </section>
          ),
      )}
    </>
  );
}
