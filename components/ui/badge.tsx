import clsx from "clsx";
import type { ComponentProps } from "react";

export type Tone = "neutral" | "good" | "warning" | "bad" | "info";

const TONES: Record<Tone, string> = {
  neutral: "bg-sunken text-muted",
  good: "bg-success-soft text-success",
  warning: "bg-warning-soft text-warning",
  bad: "bg-danger-soft text-danger",
  info: "bg-info-soft text-info",
};

export function Badge({ tone = "neutral", className, ...rest }: { tone?: Tone } & ComponentProps<"span">) {
  return (
    <span
      className={clsx(
        "inline-flex items-center gap-1 rounded-full px-2.5 py-0.5 text-xs font-semibold whitespace-nowrap",
        TONES[tone],
        className,
      )}
      {...rest}
    />
  );
}
