"use client";

import { Check, Copy } from "lucide-react";
import { ScriptButton } from "@/components/ui/script-button";
import { useCopy } from "@/components/ui/use-copy";

/** Copies an id. */
export function CopyButton({ label, value }: { label: string; value: string }) {
  const { copy, said, isCopied } = useCopy();
  const Icon = isCopied ? Check : Copy;
  return (
    <>
      <ScriptButton
        variant="quiet"
        size="sm"
        className="relative z-10 size-8 min-h-8 shrink-0 px-0!"
        aria-label={`Copy ${label} ${value}`}
        onClick={() => copy(value)}
      >
        <Icon aria-hidden="true" className="size-4 shrink-0" />
      </ScriptButton>
      <span role="status" className="font-sans text-xs text-muted">
        {said}
      </span>
    </>
  );
}
