import clsx from "clsx";
import type { ComponentProps } from "react";

type Props = Omit<ComponentProps<"input">, "type">;

/** A radio button whose label is a panel. It stays a native input, so arrow keys and forms work. */
export function Choice({ children, className, ...input }: Props) {
  return (
    <label
      className={clsx(
        "group flex min-h-13 items-center justify-between gap-3 rounded-control border border-control bg-surface px-4 py-2.5",
        "hover:border-ink has-checked:border-ink has-checked:shadow-[inset_0_0_0_1px_var(--ink)]",
        "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
        "has-disabled:cursor-not-allowed has-disabled:border-line has-disabled:text-muted",
        className,
      )}
    >
      <input type="radio" className="sr-only" {...input} />
      {children}
    </label>
  );
}
