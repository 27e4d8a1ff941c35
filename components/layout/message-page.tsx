import type { ReactNode } from "react";

type Props = { title: ReactNode; children: ReactNode; actions: ReactNode };

/** A whole page with one message. */
export function MessagePage({ title, children, actions }: Props) {
  return (
    <div className="mx-auto grid max-w-6xl content-center gap-6 px-4 py-16 sm:px-6 sm:py-24">
      <h1 className="max-w-[16ch] text-display">{title}</h1>
      <div className="max-w-[52ch] text-lg text-muted">{children}</div>
      <div className="flex flex-wrap gap-3">{actions}</div>
    </div>
  );
}
