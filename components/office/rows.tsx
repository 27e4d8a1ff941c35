import clsx from "clsx";
import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";

/** A list that reads as a table where there is room, and as cards where there is not. */
export const Rows = ({ label, children }: { label: string; children: ReactNode }) => (
  <ul
    aria-label={label}
    className="divide-y divide-line overflow-hidden rounded-panel border border-line bg-surface shadow-raised"
  >
    {children}
  </ul>
);

type RowProps = { columns: string; children: ReactNode };

export const Row = ({ columns, children }: RowProps) => (
  <li
    className={clsx(
      "relative grid gap-x-5 gap-y-1 px-4 py-3 text-sm hover:bg-sunken/60 md:items-center sm:px-5",
      columns,
    )}
  >
    {children}
  </li>
);

/** The way to the whole of a row: pressing anywhere on it follows. */
export const RowLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <AppLink href={href} className="truncate text-[0.9375rem] font-semibold after:absolute after:inset-0">
    {children}
  </AppLink>
);

export const Nothing = ({ children }: { children: ReactNode }) => (
  <p className="rounded-panel border border-dashed border-control px-5 py-10 text-center text-muted">
    {children}
  </p>
);
