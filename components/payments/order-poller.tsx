"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Failure, type FailureText, hasAccountChanged } from "@/components/auth/failure";
import { useCalls } from "@/components/ui/page-viewer";
import type { CallState } from "@/lib/platform/form-state";

type Calls = { check: (input: { orderRef: string }) => Promise<CallState<{ isFinal: boolean }>> };
type Props = { orderRef: string; calls: Calls };

const FIRST_MS = 2_000;
const LONGEST_MS = 30_000;

/** Polls a pending order while the page is visible, at growing intervals, and refreshes the page when it is final. */
export function OrderPoller({ orderRef, calls }: Props) {
  const router = useRouter();
  const { check } = useCalls(calls);
  const [failure, setFailure] = useState<FailureText>();

  useEffect(() => {
    let isUnmounted = false;
    let wait = FIRST_MS;
    let timer = setTimeout(poll, wait);

    async function poll() {
      if (document.visibilityState === "visible") {
        const answer = await check({ orderRef }).catch(() => null);
        if (isUnmounted) return;
        if (answer?.status === "failed" && hasAccountChanged(answer)) return setFailure(answer);
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

  return failure ? <Failure failure={failure} /> : null;
}
