import clsx from "clsx";
import type { ComponentProps } from "react";
import { AppLink, type AppLinkProps } from "./app-link";

type Look = { variant?: "primary" | "secondary" | "quiet" | "danger"; size?: "md" | "sm" };

export function Button({
  variant,
  size,
  className,
  type = "button",
  ...rest
}: Look & ComponentProps<"button">) {
  return <button type={type} className={buttonClass({ variant, size }, className)} {...rest} />;
}

export function ButtonLink({ variant, size, className, ...rest }: Look & AppLinkProps) {
  return <AppLink className={buttonClass({ variant, size }, className)} {...rest} />;
}

const VARIANTS = {
  primary: "bg-action text-on-action hover:bg-action-hover",
  secondary: "border border-control bg-surface text-ink hover:border-ink",
  quiet: "text-ink hover:bg-sunken",
  danger: "border border-danger bg-surface text-danger hover:bg-danger-soft",
};

const SIZES = {
  md: "min-h-11.5 px-5 text-base",
  sm: "min-h-9 px-3.5 text-sm",
};

export function buttonClass({ variant = "primary", size = "md" }: Look, className?: string) {
  return clsx(
    "inline-flex items-center justify-center gap-2 rounded-control font-semibold transition-colors",
    "disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-progress aria-disabled:opacity-75",
    VARIANTS[variant],
    SIZES[size],
    className,
  );
}
