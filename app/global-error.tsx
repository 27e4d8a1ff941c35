"use client";

import "./globals.css";
import { Button } from "@/components/ui/button";
import { SHOP } from "@/lib/platform/shop-identity";

type Props = { error: Error & { digest?: string } };

/** Stands in for the whole page when even its frame could not be drawn, so it uses as little as it can. */
export default function GlobalError({ error }: Props) {
  return (
    <html lang="en">
      <body className="grid min-h-dvh content-center justify-items-start gap-6 bg-paper p-8 text-ink sm:p-16">
        <title>{SHOP.name}</title>
        <h1 className="text-display">We ran aground</h1>
        <p className="max-w-[52ch] text-lg text-muted">
          The shop cannot be shown right now. Nothing you saved is lost; try again in a moment.
        </p>
        {error.digest && <p className="text-sm text-muted">If you write to us, mention {error.digest}.</p>}
        <Button onClick={() => window.location.reload()}>Try again</Button>
      </body>
    </html>
  );
}
