import type { LucideIcon } from "lucide-react";
import { NavLink } from "./nav-link";

type Props = { places: { href: string; label: string; icon: LucideIcon }[] };

/** A column beside the page, a row above it on a phone. */
export function AccountNav({ places }: Props) {
  return (
    <nav aria-label="Account" className="md:pt-2">
      <ul className="flex gap-1 overflow-x-auto max-md:-mx-4 max-md:border-b max-md:border-line max-md:px-4 md:sticky md:top-24 md:grid">
        {places.map(({ href, label, icon: Icon }) => (
          <li key={href}>
            <NavLink
              href={href}
              className="flex min-h-11 items-center gap-2.5 whitespace-nowrap px-3 font-medium text-muted hover:text-ink aria-[current=page]:text-ink max-md:border-b-2 max-md:border-transparent max-md:aria-[current=page]:border-brand md:rounded-control md:hover:bg-sunken md:aria-[current=page]:bg-sunken"
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
