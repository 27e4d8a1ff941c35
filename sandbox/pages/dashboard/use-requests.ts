import { useEffect, useState } from "react";
import { control } from "./control";

export type LoggedRequest = {
  id: string;
  at: string;
  method: string;
  path: string;
  query: string;
  body: Record<string, unknown>;
  status: number;
  error_type: string | null;
  answer: string;
  duration_ms: number;
  idempotency_key: string | null;
  replayed: boolean;
  user_agent: string | null;
  api_version: string | null;
  warnings: string[];
  fault: string | null;
};

const KEPT = 500;

/** The newest requests to the API, and every further one as it happens. Read anew whenever the stream (re)opens. */
export function useRequests(isPaused: boolean) {
  const [requests, setRequests] = useState<LoggedRequest[]>([]);
  const [isLive, setLive] = useState(false);
  useEffect(() => {
    if (isPaused) return;
    const add = (news: LoggedRequest[]) =>
      setRequests((known) => {
        const ids = new Set(known.map(({ id }) => id));
        return [...news.filter(({ id }) => !ids.has(id)), ...known].slice(0, KEPT);
      });
    const stream = new EventSource("/_sandbox/requests/stream");
    stream.onmessage = (event) => add([JSON.parse(event.data)]);
    stream.onerror = () => setLive(false);
    stream.onopen = () => {
      setLive(true);
      control
        .get<{ requests: LoggedRequest[] }>("requests?limit=200")
        .then((answer) => add(answer.requests))
        .catch(() => setLive(false));
    };
    return () => {
      stream.close();
      setLive(false);
    };
  }, [isPaused]);
  return { requests, isLive, clear: () => setRequests([]) };
}
