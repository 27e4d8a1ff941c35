import { Hoist } from "@/components/brand/hoist";
import { LogoMark } from "@/components/brand/logo";
import { AppLink } from "@/components/ui/app-link";
import { SHOP } from "@/lib/platform/shop-identity";

type Props = { places: { href: string; label: string }[] };

export function SiteFooter({ places }: Props) {
  return (
    <footer className="mt-24 border-t border-inverse-line bg-inverse text-on-inverse">
      <div className="mx-auto grid max-w-6xl gap-10 px-4 py-12 sm:px-6 md:grid-cols-[1fr_auto]">
        <div className="grid content-start gap-4">
          <p className="flex items-center gap-3 font-display text-2xl font-semibold tracking-tight">
            <LogoMark className="h-9" />
            {SHOP.name}
          </p>
          <p className="max-w-[44ch] text-on-inverse-muted">{SHOP.footer}</p>
          <Hoist word={SHOP.shortName.toUpperCase()} className="mt-2 gap-1.5" flag="size-5" />
        </div>
        <nav aria-label="Footer" className="grid content-start gap-2 text-sm sm:grid-flow-col sm:gap-8">
          {places.map(({ href, label }) => (
            <AppLink key={href} href={href} className={LINK}>
              {label}
            </AppLink>
          ))}
        </nav>
      </div>
    </footer>
  );
}

const LINK =
  "rounded-sm text-on-inverse underline decoration-inverse-line decoration-2 underline-offset-4 hover:decoration-on-inverse";
