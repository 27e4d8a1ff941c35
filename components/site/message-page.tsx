import type { ReactNode } from "react";
import { SignalFlag } from "./signal-flag";

type Props = { hoist: string; title: ReactNode; children: ReactNode; actions: ReactNode };

/** A whole page that says one thing, under the flags that say it at sea (JL: you risk going aground; JH: aground, not in danger). */
export function MessagePage({ hoist, title, children, actions }: Props) {
  return (
    <div className="mx-auto grid max-w-6xl content-center gap-6 px-4 py-20 sm:px-6 sm:py-28">
      <div aria-hidden="true" className="flex gap-2">
        {[...hoist].map((letter) => (
          <SignalFlag key={letter} letter={letter} className="size-14 ring-1 ring-ink/15" />
        ))}
      </div>
      <h1 className="max-w-[16ch] text-display">{title}</h1>
      <div className="max-w-[52ch] text-lg text-muted">{children}</div>
      <div className="flex flex-wrap gap-3">{actions}</div>
    </div>
  );
}
