import clsx from "clsx";
import { ChevronDown, LogOut } from "lucide-react";
import { SignOutForm } from "@/components/auth/sign-out-form";
import { SignalFlag } from "@/components/brand/signal-flag";
import { NavLink } from "./nav-link";

export type AccountMenuProps = {
  name: string | null;
  email: string;
  csrfToken: string;
  places: { href: string; label: string; className?: string }[];
};

/** A native popover: the browser opens it, closes it and returns focus without script. */
export function AccountMenu({ name, email, csrfToken, places }: AccountMenuProps) {
  return (
    <>
      <button
        type="button"
        popoverTarget="account-menu"
        className="flex min-h-10 items-center gap-2 rounded-control py-1 pr-2 pl-1 text-sm font-medium hover:bg-sunken"
      >
        <SignalFlag letter={name || email} className="size-8 rounded-[3px] ring-1 ring-ink/15" />
        <span className="max-w-[12ch] truncate max-sm:sr-only">{name?.split(" ")[0] || "Account"}</span>
        <span className="sr-only">, account menu</span>
        <ChevronDown aria-hidden className="size-4 text-muted" />
      </button>
      <div
        id="account-menu"
        popover="auto"
        className="pop-in fixed inset-auto top-15 right-[max(1rem,calc((100vw-72rem)/2+1.5rem))] m-0 w-64 rounded-panel border border-line bg-surface p-2 shadow-floating not-open:hidden"
      >
        <div className="border-b border-line px-3 pt-2 pb-3">
          {name && <p className="truncate font-semibold">{name}</p>}
          <p className="truncate text-sm text-muted">{email}</p>
        </div>
        <nav aria-label="Account menu" className="grid py-2">
          {places.map(({ href, label, className }) => (
            <NavLink key={href} href={href} isExact={href === "/"} className={clsx(ITEM, className)}>
              {label}
            </NavLink>
          ))}
        </nav>
        <SignOutForm csrfToken={csrfToken} className="border-t border-line pt-2">
          <button type="submit" className={`${ITEM} flex w-full items-center justify-between`}>
            Sign out <LogOut aria-hidden className="size-4" />
          </button>
        </SignOutForm>
      </div>
    </>
  );
}

const ITEM =
  "rounded-control px-3 py-2.5 text-left font-medium hover:bg-sunken aria-[current=page]:text-accent";
