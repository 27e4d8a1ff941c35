"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { ScriptButton } from "@/components/ui/script-button";

const SHOWN_MS = 4_000;

type Result = "none" | "copied" | "failed";

/** Copies an id. A live region says whether it was copied: a browser may forbid it. */
export function CopyButton({ label, value }: { label: string; value: string }) {
  const [result, setResult] = useState<Result>("none");

  useEffect(() => {
    if (result === "none") return;
    const timer = setTimeout(() => setResult("none"), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [result]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setResult("copied");
    } catch {
      setResult("failed");
    }
  }

  const Icon = result === "copied" ? Check : Copy;
  return (
    <>
      <ScriptButton
        variant="quiet"
        size="sm"
        className="relative z-10 size-8 min-h-8 shrink-0 px-0!"
        aria-label={`Copy ${label} ${value}`}
        onClick={copy}
      >
        <Icon aria-hidden="true" className="size-4 shrink-0" />
      </ScriptButton>
      <span role="status" className="font-sans text-xs text-muted">
        {WORDS[result]}
      </span>
    </>
  );
}

const WORDS: Record<Result, string> = {
  none: "",
  copied: "Copied",
  failed: "Not copied: select it instead",
};
