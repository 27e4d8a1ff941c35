import clsx from "clsx";
import type { ComponentProps } from "react";

/** A raised sheet of paper: a card in the sense of page design, which in this app would be confusing. */
export function Panel({ className, ...rest }: ComponentProps<"section">) {
  return (
    <section
      className={clsx("rounded-panel border border-line bg-surface p-5 shadow-raised sm:p-7", className)}
      {...rest}
    />
  );
}
