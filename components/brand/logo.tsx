import clsx from "clsx";
import { SHOP } from "@/lib/platform/shop-identity";

/** The mark: the flag of the letter H. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 28 32" aria-hidden="true" className={clsx("shrink-0", className)}>
      <path d="M4 1v30" className="fill-none stroke-current" strokeWidth="2" strokeLinecap="round" />
      <circle cx="4" cy="3" r="3" className="fill-current" />
      <path d="M7 7c3.5-1.6 6.5 1.6 10 0v13c-3.5 1.6-6.5-1.6-10 0z" className="fill-flag-white" />
      <path d="M17 7c3.5-1.6 6.5 1.6 10 0v13c-3.5 1.6-6.5-1.6-10 0z" className="fill-flag-red" />
      <path
        d="M7 7c3.5-1.6 6.5 1.6 10 0s6.5 1.6 10 0v13c-3.5 1.6-6.5-1.6-10 0s-6.5-1.6-10 0z"
        className="fill-none stroke-current"
        strokeWidth="1.25"
        strokeLinejoin="round"
      />
    </svg>
  );
}

export function Logo({ className }: { className?: string }) {
  return (
    <span className={clsx("inline-flex items-center gap-2.5 font-display leading-none", className)}>
      <LogoMark className="h-8" />
      <span className="text-[1.375rem] font-bold tracking-[-0.035em]">{SHOP.shortName}</span>
    </span>
  );
}
