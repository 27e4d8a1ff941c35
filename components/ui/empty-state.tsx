import type { ReactNode } from "react";

type Props = { art?: ReactNode; title: ReactNode; children: ReactNode; action?: ReactNode };

/** Nothing here yet, why that is fine, and the one thing to do about it. */
export function EmptyState({ art, title, children, action }: Props) {
  return (
    <div className="grid justify-items-center gap-4 rounded-panel border border-dashed border-control px-6 py-14 text-center">
      {art && <div>{art}</div>}
      <h2 className="text-2xl">{title}</h2>
      <div className="max-w-[46ch] text-muted">{children}</div>
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}
