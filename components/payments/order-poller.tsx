"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { CallState } from "@/lib/platform/form-state";

type Props = {
  orderRef: string;
  check: (input: { orderRef: string }) => Promise<CallState<{ isFinal: boolean }>>;
};

const FIRST_MS = 2_000;
const LONGEST_MS = 30_000;

/** Polls a pending order while the page is visible, at growing intervals, and refreshes the page when it is final. */
export function OrderPoller({ orderRef, check }: Props) {
  const router = useRouter();

  useEffect(() => {
    let isUnmounted = false;
    let wait = FIRST_MS;
    let timer = setTimeout(poll, wait);

    async function poll() {
      if (document.visibilityState === "visible") {
        const answer = await check({ orderRef }).catch(() => null);
        if (isUnmounted) return;
        // Continues until the page no longer renders this component: a refresh can get lost.
        if (answer?.status === "done" && answer.data.isFinal) router.refresh();
        wait = Math.min(wait * 1.5, LONGEST_MS);
      }
      timer = setTimeout(poll, wait);
    }
    return () => {
      isUnmounted = true;
      clearTimeout(timer);
    };
  }, [check, orderRef, router]);

  return null;
}
