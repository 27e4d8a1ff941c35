"use client";

import "./globals.css";
import { Button } from "@/components/ui/button";
import { SHOP } from "@/lib/platform/shop-identity";

type Props = { error: Error & { digest?: string } };

/** Replaces the whole document when the root layout fails, so it imports as little as possible. */
export default function GlobalError({ error }: Props) {
  return (
    <html lang="en">
      <body className="grid min-h-dvh content-center justify-items-start gap-6 bg-paper p-8 text-ink sm:p-16">
        <title>{SHOP.name}</title>
        <h1 className="text-display">Something went wrong</h1>
        <p className="max-w-[52ch] text-lg text-muted">
          This page cannot be shown. Nothing you saved is lost. Try again in a moment.
        </p>
        {error.digest && <p className="text-sm text-muted">If you contact us, mention {error.digest}.</p>}
        <Button onClick={() => window.location.reload()}>Try again</Button>
      </body>
    </html>
  );
}
