"use client";

import { useEffect, useState } from "react";
import type { Exchange } from "@/lib/demo/exchange";

type Read = {
  exchanges: Exchange[];
  /** How far the server's clock runs ahead of this browser's. */
  offsetMs: number;
  state: "reading" | "live" | "failed";
};

const POLL_MS = 1_000;

/** Reads the calls every second while the page is visible. After a failure the last reading stays. */
export function useExchanges(): Read {
  const [read, setRead] = useState<Read>({ exchanges: [], offsetMs: 0, state: "reading" });
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const poll = async () => {
      if (!document.hidden) {
        const next = await fetchExchanges(stop.signal);
        if (stop.signal.aborted) return;
        setRead((last) => next ?? { ...last, state: "failed" });
      }
      timer = setTimeout(poll, POLL_MS);
    };
    void poll();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, []);
  return read;
}

async function fetchExchanges(signal: AbortSignal): Promise<Read | null> {
  try {
    const response = await fetch("/api/demo/exchanges", { signal, cache: "no-store" });
    if (!response.ok) return null;
    const { at, exchanges } = await response.json();
    return { exchanges, offsetMs: at - (performance.timeOrigin + performance.now()), state: "live" };
  } catch {
    return null;
  }
}
