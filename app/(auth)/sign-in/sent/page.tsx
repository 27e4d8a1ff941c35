import { Mailbox } from "lucide-react";
import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { isDemo } from "@/lib/demo/register"; // eject: demo

export const metadata: Metadata = { title: "Check your e-mail" };

/** The same page whether or not the address has an account. */
export default function LinkSentPage() {
  return (
    <div className="grid max-w-xl content-start gap-5">
      <Mailbox aria-hidden="true" className="size-10 text-accent" strokeWidth={1.5} />
      <h1 className="text-title">Check your e-mail</h1>
      <p className="text-lg text-muted">
        If that address can receive e-mail, a link is on its way. It works once, for 15 minutes, in any
        browser.
      </p>
      <div className="mt-2 flex flex-wrap gap-3">
        {isDemo() && <ButtonLink href="/outbox">Open the demo’s outbox</ButtonLink>} {/* eject: demo */}
        <ButtonLink href="/sign-in" variant="secondary">
          Use another address
        </ButtonLink>
      </div>
    </div>
  );
}
