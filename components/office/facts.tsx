import clsx from "clsx";
import type { ReactNode } from "react";
import { Panel } from "@/components/ui/panel";

export type Fact = { label: string; value: ReactNode; isId?: boolean };

export const Facts = ({ facts }: { facts: Fact[] }) => (
  <Panel aria-label="Facts">
    <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
      {facts.map(({ label, value, isId }) => (
        <div
          key={`${label}-${isId ? value : ""}`}
          className={clsx("grid min-w-0 gap-0.5", isId && "sm:col-span-2")}
        >
          <dt className="text-sm text-muted">{label}</dt>
          <dd className={clsx(isId ? "font-mono text-[0.8125rem] break-all" : "break-words")}>{value}</dd>
        </div>
      ))}
    </dl>
  </Panel>
);
