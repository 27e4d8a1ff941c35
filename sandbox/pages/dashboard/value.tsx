import { kindOf } from "./kinds";
import { hrefOf } from "./location";

const good = ["success", "delivered", "completed", "authenticated", "yes", "authorized"];
const bad = ["failed", "declined", "refused", "no", "canceled", "chargeback-initiated"];
const isDate = (text: string) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text);
const quiet = ["pending", "unknown", "not-requested", "waiting", "voided", "refunded", "partially-refunded"];
const isState = (text: string) => [...good, ...bad, ...quiet].includes(text);

function toneOf(text: string) {
  if (good.includes(text)) return "good";
  return bad.includes(text) ? "bad" : "quiet";
}

/** Ids created together have equal beginnings: the end distinguishes them. */
const shortened = (id: string) => `${id.slice(0, id.indexOf("_") + 1)}…${id.slice(-12)}`;

/** One value: ids are links, dates are short, states have a colour. `isShort` is for cells of a table. */
export function Value({ of, isShort = false }: { of: unknown; isShort?: boolean }) {
  if (of === null || of === undefined || of === "") return <span className="none">–</span>;
  if (typeof of !== "string") return <span className="mono">{String(of)}</span>;
  const kind = kindOf(of);
  if (kind)
    return (
      <a className="mono" href={hrefOf(kind, of)} title={of} aria-label={of}>
        {isShort ? shortened(of) : of}
      </a>
    );
  if (isDate(of))
    return (
      <time dateTime={of} title={of}>
        {of.slice(0, 19).replace("T", " ")}
      </time>
    );
  if (isState(of)) return <span className={`badge ${toneOf(of)}`}>{of}</span>;
  return <span>{of}</span>;
}

/** Anything as indented JSON in which ids are links. */
export function Json({ of }: { of: unknown }) {
  const parts = JSON.stringify(of, null, 2).split(/("(?:[a-z]+_[A-Za-z0-9]{16,})")/);
  return (
    <pre className="json">
      {parts.map((part, place) => {
        const id = place % 2 === 1 ? part.slice(1, -1) : "";
        const kind = kindOf(id);
        const key = `${place}${part}`;
        if (!kind) return <span key={key}>{part}</span>;
        return (
          <span key={key}>
            "<a href={hrefOf(kind, id)}>{id}</a>"
          </span>
        );
      })}
    </pre>
  );
}
