import "@fontsource-variable/bricolage-grotesque/opsz.css";
import "@fontsource-variable/instrument-sans";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import { type ReactNode, Suspense } from "react";
import { DeveloperBanner } from "@/components/layout/developer-banner";
import { OutdatedPage } from "@/components/layout/outdated-page";
import { SiteFooter } from "@/components/layout/site-footer";
import { SiteHeader } from "@/components/layout/site-header";
import { PageViewer } from "@/components/ui/page-viewer";
import { getCsrfToken, getUser } from "@/lib/auth/session";
import { isDemo } from "@/lib/demo/register"; // eject: demo
import { env } from "@/lib/platform/env";
import { getProcessOutStatus } from "@/lib/platform/health";
import { SHOP } from "@/lib/platform/shop-identity";
import { DemoTools } from "./(demo)/demo-tools"; // eject: demo
import { VisitorCart } from "./(shop)/visitor-cart"; // eject: shop
import { FOOTER_PLACES, MAIN_PLACES, MENU_PLACES, STAFF_PLACES } from "./places";

export const metadata: Metadata = {
  title: { default: SHOP.name, template: `%s · ${SHOP.name}` },
  description: SHOP.description,
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: SHOP.colors.paper },
    { media: "(prefers-color-scheme: dark)", color: SHOP.colors.paperInDark },
  ],
};

const TEN_MINUTES_MS = 600_000;

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is rendered per request: a prerendered page has no nonce, and the policy would block its scripts.
  await connection();
  const user = await getUser();
  const places = user?.role === "staff" ? [...MENU_PLACES, ...STAFF_PLACES] : MENU_PLACES;
  const account = user && { name: user.name, email: user.email, csrfToken: await getCsrfToken(), places };
  const isForDevelopers =
    isDemo() || // eject: demo
    env().NODE_ENV === "development";
  return (
    <html lang="en">
      <body className="flex min-h-dvh flex-col">
        <a
          href="#content"
          className="sr-only z-50 rounded-control bg-action px-4 py-3 font-semibold text-on-action focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
        >
          Skip to the content
        </a>
        <DemoTools /> {/* eject: demo */}
        <SiteHeader places={MAIN_PLACES} account={account}>
          <VisitorCart /> {/* eject: shop */}
        </SiteHeader>
        <Suspense fallback={null}>
          {isForDevelopers && <DeveloperBanner status={getProcessOutStatus(TEN_MINUTES_MS)} />}
        </Suspense>
        <PageViewer id={user?.userId ?? ""}>
          <main id="content" tabIndex={-1} className="flex-1 outline-none">
            {children}
          </main>
          <OutdatedPage />
        </PageViewer>
        <SiteFooter places={FOOTER_PLACES} />
      </body>
    </html>
  );
}
