"use client";

import { ArrowLeft, ArrowRight } from "lucide-react";
import { useState } from "react";
import type { Exchange } from "@/lib/demo/exchange";
import { asCurl, asNode } from "@/lib/demo/snippets";

type Props = { exchange: Exchange; sandboxUrl: string; apiUrl: string };

/** One call: an arrow between two lanes and what it is for. It opens to the exchange itself. */
export function ExchangeItem({ exchange, sandboxUrl, apiUrl }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { sentence, method, path, status, durationMs, isReplayed, fault } = exchange;
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="cursor-pointer list-none px-4 py-1.5 hover:bg-sunken">
          <Arrow exchange={exchange} />
          <span className="block">{sentence}</span>
          <span className="flex flex-wrap items-baseline gap-x-2 font-mono text-xs text-muted">
            <span className="min-w-0 truncate">
              {method} {shortened(path)}
            </span>
            <span className={isGood(exchange) ? "text-success" : "text-danger"}>{status ?? "no answer"}</span>
            <span>{durationMs} ms</span>
            {isReplayed && <span>replayed</span>}
            {fault && <span className="text-danger">fault: {fault}</span>}
          </span>
        </summary>
        {isOpen && <Details exchange={exchange} sandboxUrl={sandboxUrl} apiUrl={apiUrl} />}
      </details>
    </li>
  );
}

/** `cust_0VcU…` for an id: the whole one is inside. */
const shortened = (path: string) => path.replace(/(_\w{4})\w{12,}/g, "$1…");

const isGood = ({ status, error }: Exchange) => status !== null && status < 400 && error === null;

/** From lane to lane: each lane is a third of the width, and an arrow ends in the middle of one. */
function Arrow({ exchange: { from, to } }: { exchange: Exchange }) {
  const Head = CENTRE[from] < CENTRE[to] ? ArrowRight : ArrowLeft;
  const [left, right] = [CENTRE[from], CENTRE[to]].sort((a, b) => a - b);
  const isToRight = Head === ArrowRight;
  return (
    <span
      aria-hidden
      className={`flex h-3 items-center ${TONE[from]} ${isToRight ? "" : "flex-row-reverse"}`}
      style={{ marginLeft: `${left}%`, marginRight: `${100 - (right ?? 0)}%` }}
    >
      <span className="size-1.5 rounded-full bg-current" />
      <span className="h-px flex-1 bg-current" />
      <Head className={`size-3.5 ${isToRight ? "-ml-2" : "-mr-2"}`} />
    </span>
  );
}

const CENTRE = { browser: 16, merchant: 50, processout: 84 };
const TONE = { browser: "text-info", merchant: "text-accent", processout: "text-success" };

function Details({ exchange, sandboxUrl, apiUrl }: Props) {
  const { from, path, query, idempotencyKey, error, request, answer, madeBy } = exchange;
  const facts = [
    ["Path", path + (query && `?${query}`)],
    ["Idempotency key", idempotencyKey],
    ["Error", error],
  ].filter(([, value]) => value);
  return (
    <div className="grid gap-3 bg-sunken px-4 py-3">
      <dl className="grid gap-1">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-xs text-muted">{name}</dt>
            <dd className="font-mono text-xs break-all">{value}</dd>
          </div>
        ))}
      </dl>
      {hasFields(request) && <Code title="Request" text={pretty(request)} />}
      <Code title="Answer, without empty fields" text={pretty(answer)} />
      {madeBy && <OurSource madeBy={madeBy} />}
      <div className="flex flex-wrap gap-2">
        {from !== "processout" && (
          <>
            <CopyButton label="Copy as curl" text={() => asCurl(apiUrl, exchange)} />
            <CopyButton label="Copy for Node.js" text={() => asNode(apiUrl, exchange)} />
            <a
              href={`${sandboxUrl}#/requests?${new URLSearchParams({ search: path })}`}
              target="_blank"
              rel="noreferrer"
              className="flex min-h-8 items-center rounded-control px-2 font-medium underline underline-offset-4"
            >
              Open in the sandbox
            </a>
          </>
        )}
      </div>
    </div>
  );
}

function CopyButton({ label, text }: { label: string; text: () => string }) {
  const [said, setSaid] = useState("");
  const copy = () =>
    navigator.clipboard.writeText(text()).then(
      () => setSaid("Copied"),
      () => setSaid("The browser does not allow it"),
    );
  return (
    <button
      type="button"
      onClick={copy}
      onBlur={() => setSaid("")}
      className="flex min-h-8 items-center gap-1.5 rounded-control border border-line px-2 font-medium hover:bg-surface"
    >
      <span>{label}</span>
      <span role="status" className="text-muted">
        {said}
      </span>
    </button>
  );
}

const Code = ({ title, text }: { title: string; text: string }) => (
  <figure className="min-w-0">
    <figcaption className="text-xs text-muted">{title}</figcaption>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard. */}
    <pre tabIndex={0} className="max-h-72 overflow-auto rounded-control bg-surface p-2 text-xs">
      {text}
    </pre>
  </figure>
);

/** The method of the API client that made the call, read from this checkout when it is asked for. */
function OurSource({ madeBy: { file, method } }: { madeBy: NonNullable<Exchange["madeBy"]> }) {
  const [source, setSource] = useState<{ line: number; code: string } | null>(null);
  const read = async () => {
    const response = await fetch(`/api/demo/source?${new URLSearchParams({ file, method })}`);
    if (response.ok) setSource(await response.json());
  };
  if (source) return <Code title={`${file}:${source.line}`} text={source.code} />;
  return (
    <button
      type="button"
      onClick={read}
      className="min-h-8 justify-self-start font-mono text-xs underline underline-offset-4"
    >
      {file}: {method}
    </button>
  );
}

const hasFields = (value: unknown) =>
  typeof value === "object" && value !== null && Object.keys(value).length > 0;

/** Without what is null, which is most of an answer. */
const pretty = (value: unknown) =>
  JSON.stringify(value, (_, held) => (held === null ? undefined : held), 2) ?? "none";
