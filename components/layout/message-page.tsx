import type { ReactNode } from "react";
import { Hoist } from "@/components/brand/hoist";

type Props = {
  /** A signal of the International Code, in letters, and what it means there. */
  signal: string;
  meaning: string;
  title: ReactNode;
  children: ReactNode;
  actions: ReactNode;
};

/** A whole page that says one thing, under the flags that say it at sea. */
export function MessagePage({ signal, meaning, title, children, actions }: Props) {
  return (
    <div className="mx-auto grid max-w-6xl content-center gap-6 px-4 py-16 sm:px-6 sm:py-24">
      <p className="flex items-center gap-4 text-sm text-muted">
        <Hoist word={signal} className="gap-2" flag="size-12 ring-1 ring-ink/15" />
        <span className="max-w-[22ch]">
          {signal}: “{meaning}”
        </span>
      </p>
      <h1 className="max-w-[16ch] text-display">{title}</h1>
      <div className="max-w-[52ch] text-lg text-muted">{children}</div>
      <div className="flex flex-wrap gap-3">{actions}</div>
    </div>
  );
}
