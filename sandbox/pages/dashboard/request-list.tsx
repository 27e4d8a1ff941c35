import { useState } from "react";
import { Notice } from "./notice";
import { RequestDetails } from "./request-details";
import { SearchBox } from "./search-box";
import { type LoggedRequest, useRequests } from "./use-requests";

const toneOf = (status: number) => (status >= 400 || status === 0 ? "bad" : "good");

function holds(request: LoggedRequest, search: string) {
  const text = `${request.method} ${request.path} ${request.status} ${request.error_type} ${JSON.stringify(request.body)} ${request.answer}`;
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.toLowerCase().includes(word));
}

export function RequestList({ initialSearch }: { initialSearch: string }) {
  const [isPaused, setPaused] = useState(false);
  const [search, setSearch] = useState(initialSearch);
  const [open, setOpen] = useState<string>();
  const { requests, isLive, clear } = useRequests(isPaused);
  const found = requests.filter((request) => holds(request, search));
  return (
    <>
      <header className="bar">
        <h1>Requests</h1>
        <span className={`live ${isLive ? "on" : ""}`}>
          {isPaused ? "Paused" : isLive ? "Live" : "Connecting…"}
        </span>
        <SearchBox value={search} hint="Path, status, error, body" onChange={setSearch} />
        <button type="button" aria-pressed={isPaused} onClick={() => setPaused(!isPaused)}>
          {isPaused ? "Resume" : "Pause"}
        </button>
        <button type="button" onClick={clear}>
          Clear view
        </button>
      </header>
      {found.length === 0 && (
        <Notice>No requests yet. Requests to the API appear here as they arrive.</Notice>
      )}
      <ol className="requests">
        {found.map((request) => (
          <li key={request.id}>
            <button
              type="button"
              className="request"
              aria-expanded={open === request.id}
              onClick={() => setOpen(open === request.id ? undefined : request.id)}
            >
              <time dateTime={request.at}>{request.at.slice(11, 23)}</time>
              <span className={`badge ${toneOf(request.status)}`}>{request.status}</span>
              <span className="mono method">{request.method}</span>
              <span className="mono path">{request.path}</span>
              {request.fault && <span className="badge bad">fault: {request.fault}</span>}
              {request.replayed && <span className="badge quiet">replayed</span>}
              {request.warnings.length > 0 && <span className="badge warn">warning</span>}
              <span className="why">{request.error_type}</span>
              <span className="number">{Math.round(request.duration_ms)} ms</span>
            </button>
            {open === request.id && <RequestDetails request={request} />}
          </li>
        ))}
      </ol>
    </>
  );
}
