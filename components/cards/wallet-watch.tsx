"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

type Props = {
  /** The id of the user whom the page was rendered for. */
  viewer: string;
  /** The `pendingVersion` that the page was rendered with; empty when no card is pending. */
  pending: string;
  /** The route that returns `{ viewer, pending }` for the user who is signed in now. */
  address: string;
};

const FIRST_WAIT_MS = 1_500;
const LONGEST_WAIT_MS = 30_000;

/**
 * Keeps an open page up to date. While a card is pending and the tab is visible, it polls with growing intervals and
 * refreshes the page when a card changed. A tab that becomes visible again, or that the browser restores from its
 * back/forward cache, reloads when another user is signed in by now; without an answer it asks again.
 */
export function WalletWatch({ viewer, pending, address }: Props) {
  const router = useRouter();

  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wait = FIRST_WAIT_MS;

    async function poll() {
      clearTimeout(timer);
      const latest = await fetchState(address, stop.signal);
      if (stop.signal.aborted) return;
      if (latest && latest.viewer !== viewer) return location.reload();
      if (latest && latest.pending !== pending) router.refresh();
      schedule({ isUnsure: !latest });
    }
    function schedule({ isUnsure = false } = {}) {
      if (!(pending || isUnsure) || document.hidden) return;
      timer = setTimeout(poll, wait);
      wait = Math.min(LONGEST_WAIT_MS, wait * 1.6);
    }
    function onVisibilityChange() {
      if (document.hidden) return clearTimeout(timer);
      wait = FIRST_WAIT_MS;
      poll();
    }
    schedule();
    document.addEventListener("visibilitychange", onVisibilityChange, { signal: stop.signal });
    addEventListener("pageshow", ({ persisted }) => persisted && location.reload(), { signal: stop.signal });
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [viewer, pending, address, router]);

  return null;
}

/** Null when there was no answer; a `viewer` of null when nobody is signed in. */
async function fetchState(address: string, signal: AbortSignal) {
  try {
    const response = await fetch(address, { signal, cache: "no-store" });
    if (response.status === 401) return { viewer: null, pending: "" };
    return response.ok ? ((await response.json()) as { viewer: string; pending: string }) : null;
  } catch {
    return null;
  }
}
