import { CreditCard, Package, Repeat, UserRound } from "lucide-react";
import { NavLink } from "./nav-link";

const PLACES = [
  { href: "/cards", label: "Saved cards", icon: CreditCard },
  { href: "/orders", label: "Orders", icon: Package },
  { href: "/subscriptions", label: "Subscriptions", icon: Repeat },
  { href: "/profile", label: "Profile", icon: UserRound },
];

/** A column beside the page, a row above it on a phone. */
export function AccountNav() {
  return (
    <nav aria-label="Account" className="md:pt-2">
      <ul className="flex gap-1 overflow-x-auto max-md:-mx-4 max-md:border-b max-md:border-line max-md:px-4 md:sticky md:top-24 md:grid">
        {PLACES.map(({ href, label, icon: Icon }) => (
          <li key={href}>
            <NavLink
              href={href}
              className="flex min-h-11 items-center gap-2.5 whitespace-nowrap px-3 font-medium text-muted hover:text-ink aria-[current=page]:text-ink max-md:border-b-2 max-md:border-transparent max-md:aria-[current=page]:border-brand md:rounded-control md:hover:bg-sunken md:aria-[current=page]:bg-sunken"
            >
              <Icon aria-hidden="true" className="size-4.5" />
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
