import { type FormEvent, useState } from "react";
import { control } from "./control";
import { Notice } from "./notice";
import { useControl } from "./use-control";

type Clock = { now: string; offset_ms: number };

const NOT_FOLLOWED = "The clock was moved here, but your application did not follow: is it running?";

const HOUR = 3_600_000;
const steps = [
  ["+1 hour", HOUR],
  ["+1 day", 24 * HOUR],
  ["+1 week", 7 * 24 * HOUR],
] as const;

/** One calendar month later, or the last day of a shorter month. */
function monthAfter(now: string): string {
  const date = new Date(now);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + 1);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.toISOString();
}

function describe(offsetMs: number): string {
  const hours = Math.round(offsetMs / HOUR);
  if (hours === 0) return "on real time";
  const days = Math.trunc(hours / 24);
  const distance = `${Math.abs(days)} d ${Math.abs(hours % 24)} h`;
  return hours > 0 ? `${distance} ahead of real time` : `${distance} behind real time`;
}

export function ClockPanel() {
  const { data, error, reload } = useControl<Clock>("clock");
  const [failure, setFailure] = useState("");
  async function move(body: Record<string, unknown>) {
    try {
      const { is_followed } = await control.post<{ is_followed: boolean }>("clock", body);
      setFailure(is_followed ? "" : NOT_FOLLOWED);
      reload();
    } catch (thrown) {
      setFailure((thrown as Error).message);
    }
  }
  function set(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget).get("now");
    void move({ now: `${given}:00.000Z` });
  }
  return (
    <>
      <header className="bar">
        <h1>Clock</h1>
      </header>
      {(error || failure) && <Notice tone="bad">{error || failure}</Notice>}
      <p className="lead">Expiries, webhook retries and late answers of banks follow this clock.</p>
      {data && (
        <section className="panel clock">
          <p className="time">
            <time dateTime={data.now}>{data.now.slice(0, 19).replace("T", " ")}</time> UTC
            <span className="none">{describe(data.offset_ms)}</span>
          </p>
          <div className="row">
            {steps.map(([title, ms]) => (
              <button type="button" key={title} onClick={() => move({ advance_ms: ms })}>
                {title}
              </button>
            ))}
            <button type="button" onClick={() => move({ now: monthAfter(data.now) })}>
              +1 month
            </button>
            <button type="button" onClick={() => move({ offset_ms: 0 })}>
              Back to real time
            </button>
          </div>
          <form className="row" onSubmit={set}>
            <label>
              Set to (UTC)
              <input
                key={data.now}
                name="now"
                type="datetime-local"
                required
                defaultValue={data.now.slice(0, 16)}
              />
            </label>
            <button type="submit" className="main">
              Set
            </button>
          </form>
        </section>
      )}
    </>
  );
}
