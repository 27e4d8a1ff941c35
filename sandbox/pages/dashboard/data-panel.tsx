import { type ReactNode, useRef, useState } from "react";
import { control } from "./control";
import { Notice } from "./notice";
import { useControl } from "./use-control";

type Props = { title: string; question: string; button: string; onConfirm: () => void; children?: ReactNode };

function Confirmed({ title, question, button, onConfirm, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <section className="panel">
      <h2>{title}</h2>
      {children}
      <button type="button" onClick={() => dialog.current?.showModal()}>
        {button}…
      </button>
      <dialog
        ref={dialog}
        aria-label={title}
        onClose={() => dialog.current?.returnValue === "yes" && onConfirm()}
      >
        <form method="dialog">
          <p>{question}</p>
          <div className="row">
            <button type="submit" value="no">
              Cancel
            </button>
            <button type="submit" value="yes" className="danger">
              {button}
            </button>
          </div>
        </form>
      </dialog>
    </section>
  );
}

const NOT_FOLLOWED = "Your application did not follow, so its ids are unknown now: is it running?";

export function DataPanel() {
  const { data } = useControl<{ seeds: string[] }>("projects");
  const [seed, setSeed] = useState("");
  const [said, setSaid] = useState<{ tone: "good" | "bad"; text: string }>();
  async function run(text: string, work: () => Promise<{ is_followed: boolean }>) {
    try {
      const { is_followed } = await work();
      setSaid(is_followed ? { tone: "good", text } : { tone: "bad", text: `${text} ${NOT_FOLLOWED}` });
    } catch (error) {
      setSaid({ tone: "bad", text: (error as Error).message });
    }
  }
  // The empty seed is what Reset does.
  const seeds = (data?.seeds ?? []).filter((name) => name !== "empty");
  const chosen = seed || seeds[0] || "";
  return (
    <>
      <header className="bar">
        <h1>Data</h1>
      </header>
      {said && <Notice tone={said.tone}>{said.text}</Notice>}
      <Confirmed
        title="Start over"
        question="This deletes everything in this sandbox: customers, tokens, payments, events. The clock returns to real time."
        button="Reset"
        onConfirm={() => run("The sandbox is empty.", () => control.post("reset"))}
      >
        <p>Empties the sandbox. Ids that your application still holds will be unknown.</p>
      </Confirmed>
      <Confirmed
        title="Seed"
        question={`This deletes everything in this sandbox and fills it with the seed ${chosen}.`}
        button="Seed"
        onConfirm={() => run(`Seeded ${chosen}.`, () => control.post("seed", { name: chosen }))}
      >
        <label>
          Seed name
          <select value={chosen} onChange={(event) => setSeed(event.target.value)}>
            {seeds.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      </Confirmed>
    </>
  );
}
