"use client";

import { useState } from "react";

type Props = { label: string; text: () => string };

/** Copies a text and says so, also to a screen reader. */
export function CopyButton({ label, text }: Props) {
  const [said, setSaid] = useState("");
  const copy = () =>
    navigator.clipboard.writeText(text()).then(
      () => setSaid("Copied"),
      () => setSaid("The browser does not allow it"),
    );
  return (
    <button
      type="button"
      onClick={copy}
      onBlur={() => setSaid("")}
      className="flex min-h-8 items-center gap-1.5 rounded-control border border-line px-2 font-medium hover:bg-surface"
    >
      <span>{label}</span>
      <span role="status" className="text-muted">
        {said}
      </span>
    </button>
  );
}
