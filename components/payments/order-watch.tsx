"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { CallState } from "@/lib/platform/form-state";

type Props = {
  orderRef: string;
  check: (input: { orderRef: string }) => Promise<CallState<{ isSettled: boolean }>>;
};

const FIRST_MS = 2_000;
const LONGEST_MS = 30_000;

/** While the bank is silent: asks less and less often, only where somebody is looking, and draws the page again when it knows. */
export function OrderWatch({ orderRef, check }: Props) {
  const router = useRouter();

  useEffect(() => {
    let isOver = false;
    let wait = FIRST_MS;
    let timer = setTimeout(look, wait);

    async function look() {
      if (document.visibilityState === "visible") {
        const answer = await check({ orderRef }).catch(() => null);
        if (isOver) return;
        // And goes on until the page no longer draws this: a refresh can get lost.
        if (answer?.status === "done" && answer.data.isSettled) router.refresh();
        wait = Math.min(wait * 1.5, LONGEST_MS);
      }
      timer = setTimeout(look, wait);
    }
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [check, orderRef, router]);

  return null;
}
