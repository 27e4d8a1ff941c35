import { NavLink } from "@/components/layout/nav-link";

const PAGES = [
  { href: "/office", label: "Overview" },
  { href: "/office/customers", label: "Customers" },
  { href: "/office/payments", label: "Payments" },
  { href: "/office/subscriptions", label: "Subscriptions" },
  { href: "/office/webhooks", label: "Webhooks" },
];

export function OfficeNav() {
  return (
    <nav aria-label="Back office" className="border-b border-line bg-sunken">
      <ul className="mx-auto flex max-w-6xl items-center gap-1 overflow-x-auto px-4 sm:px-6">
        <li className="mr-4 py-3 font-display text-sm font-semibold whitespace-nowrap text-accent max-sm:sr-only">
          Back office
        </li>
        {PAGES.map(({ href, label }) => (
          <li key={href}>
            <NavLink
              href={href}
              isExact={href === "/office"}
              className="flex min-h-12 items-center border-b-2 border-transparent px-3 text-[0.9375rem] font-medium whitespace-nowrap text-muted hover:text-ink aria-[current=page]:border-flag-red aria-[current=page]:text-ink"
            >
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
