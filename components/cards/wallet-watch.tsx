"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

type Props = {
  /** Whose page this is: the user's own id. */
  viewer: string;
  /** The cards the bank has not answered for, as one word; empty for none. */
  pending: string;
  /** Answers `{ viewer, pending }` for whoever is signed in now. */
  address: string;
};

const FIRST_WAIT_MS = 1_500;
const LONGEST_WAIT_MS = 30_000;

/**
 * Keeps an open page true. While something is pending and the tab is seen, it asks now and then, less and less often, and
 * draws the page anew when the bank has answered. A tab that comes back, from the background or from the
 * browser's memory of pages, is drawn anew when somebody else is signed in by now: it asks until it is told.
 */
export function WalletWatch({ viewer, pending, address }: Props) {
  const router = useRouter();

  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wait = FIRST_WAIT_MS;

    async function look() {
      clearTimeout(timer);
      const now = await ask(address, stop.signal);
      if (stop.signal.aborted) return;
      if (now && now.viewer !== viewer) return location.reload();
      if (now && now.pending !== pending) router.refresh();
      schedule({ isUnsure: !now });
    }
    function schedule({ isUnsure = false } = {}) {
      if (!(pending || isUnsure) || document.hidden) return;
      timer = setTimeout(look, wait);
      wait = Math.min(LONGEST_WAIT_MS, wait * 1.6);
    }
    function comeBack() {
      if (document.hidden) return clearTimeout(timer);
      wait = FIRST_WAIT_MS;
      look();
    }
    schedule();
    document.addEventListener("visibilitychange", comeBack, { signal: stop.signal });
    addEventListener("pageshow", ({ persisted }) => persisted && location.reload(), { signal: stop.signal });
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [viewer, pending, address, router]);

  return null;
}

/** Null when there was no answer: the next look will do. Signed out is an answer: nobody. */
async function ask(address: string, signal: AbortSignal) {
  try {
    const response = await fetch(address, { signal, cache: "no-store" });
    if (response.status === 401) return { viewer: null, pending: "" };
    return response.ok ? ((await response.json()) as { viewer: string; pending: string }) : null;
  } catch {
    return null;
  }
}
