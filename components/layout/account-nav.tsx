import type { LucideIcon } from "lucide-react";
import { NavLink } from "./nav-link";

type Props = { places: { href: string; label: string; icon: LucideIcon }[] };

/** A column beside the page; on a phone a row above it with equal parts, so that none is out of sight. */
export function AccountNav({ places }: Props) {
  return (
    <nav aria-label="Account" className="md:pt-2">
      <ul className="grid gap-1 max-md:-mx-4 max-md:auto-cols-fr max-md:grid-flow-col max-md:border-b max-md:border-line max-md:px-2 md:sticky md:top-24">
        {places.map(({ href, label, icon: Icon }) => (
          <li key={href}>
            <NavLink
              href={href}
              className="flex min-h-11 items-center gap-2.5 px-3 font-medium text-muted hover:text-ink aria-[current=page]:text-ink max-md:h-full max-md:flex-col max-md:gap-1 max-md:border-b-2 max-md:px-0 max-md:py-2 max-md:text-center max-md:text-xs max-md:leading-tight max-md:border-transparent max-md:aria-[current=page]:border-brand md:rounded-control md:hover:bg-sunken md:aria-[current=page]:bg-sunken"
            >
              <Icon aria-hidden="true" className="size-4.5" />
              <span>{label}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
