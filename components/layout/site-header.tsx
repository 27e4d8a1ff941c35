import type { ReactNode } from "react";
import { Logo } from "@/components/brand/logo";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { SHOP } from "@/lib/platform/shop-identity";
import { AccountMenu, type AccountMenuProps } from "./account-menu";
import { NavLink } from "./nav-link";

type Props = {
  places: { href: string; label: string }[];
  account: AccountMenuProps | null;
  /** Stands before the account. */
  children?: ReactNode;
};

export function SiteHeader({ places, account, children }: Props) {
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-paper/92 backdrop-blur-md">
      <div className="mx-auto flex h-16 max-w-6xl items-center gap-6 px-4 sm:px-6">
        <AppLink href="/" aria-label={`${SHOP.name}, home`} className="flex rounded-control">
          <Logo />
        </AppLink>
        <nav aria-label="Main" className="ml-4 hidden gap-1 sm:flex">
          {places.map(({ href, label }) => (
            <NavLink key={href} href={href} isExact={href === "/"} className={PLACE}>
              {label}
            </NavLink>
          ))}
        </nav>
        <div className="ml-auto flex items-center gap-2">
          {children}
          {account ? (
            <AccountMenu {...account} />
          ) : (
            <ButtonLink href="/sign-in" variant="secondary" size="sm">
              Sign in
            </ButtonLink>
          )}
        </div>
      </div>
    </header>
  );
}

const PLACE =
  "rounded-control px-3 py-2 text-[0.9375rem] font-medium text-muted hover:text-ink aria-[current=page]:text-ink aria-[current=page]:underline aria-[current=page]:decoration-2 aria-[current=page]:underline-offset-8 aria-[current=page]:decoration-brand";
