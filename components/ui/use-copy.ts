"use client";

import { useEffect, useState } from "react";

type Result = "none" | "copied" | "failed";

const SHOWN_MS = 4_000;

/** Copies text to the clipboard, and what a live region says of it for a while: a browser may forbid it. */
export function useCopy(): { copy: (text: string) => Promise<void>; said: string; isCopied: boolean } {
  const [result, setResult] = useState<Result>("none");
  useEffect(() => {
    if (result === "none") return;
    const timer = setTimeout(() => setResult("none"), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [result]);
  return {
    copy: (text) =>
      navigator.clipboard.writeText(text).then(
        () => setResult("copied"),
        () => setResult("failed"),
      ),
    said: SAID[result],
    isCopied: result === "copied",
  };
}

const SAID: Record<Result, string> = {
  none: "",
  copied: "Copied",
  failed: "Not copied: select it instead",
};
