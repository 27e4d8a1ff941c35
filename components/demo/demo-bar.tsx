import { ChevronDown, Inbox, ServerCog } from "lucide-react";
import type { ReactNode } from "react";
import { SignInFields } from "@/components/auth/sign-in-fields";
import { SignalFlag } from "@/components/brand/signal-flag";
import { AppLink } from "@/components/ui/app-link";
import { BAR_CONTROL } from "./bar-control";

type Person = { key: string; name: string; email: string; story: string; startsAt: string };
type Props = {
  people: readonly Person[];
  /** The e-mail address of the signed-in user. */
  signedInAs?: string;
  csrfToken: string;
  sandboxUrl: string;
  clock: ReactNode;
  underTheHood: ReactNode;
  startOver: ReactNode;
};

/**
 * The demo's controls, in the flow above every page: who is signed in, the clock, what was sent, a fresh start. On a narrow
 * screen one line that opens them as a sheet; both are the same elements, because a popover that a style shows is a box.
 */
export function DemoBar({
  people,
  signedInAs,
  csrfToken,
  sandboxUrl,
  clock,
  underTheHood,
  startOver,
}: Props) {
  return (
    <div className="mx-auto flex min-h-10 max-w-[92rem] items-center justify-between gap-3 px-4 sm:px-6">
      <p className="min-w-0 truncate">
        Reference merchant for <strong className="font-semibold">ProcessOut</strong>
        <span className="text-on-inverse-muted max-sm:hidden">: nothing here is real</span>
      </p>
      <button
        type="button"
        popoverTarget="demo-sheet"
        className="-mr-2 flex min-h-10 shrink-0 items-center gap-1.5 rounded-control px-2 font-semibold @min-[78rem]:hidden"
      >
        Demo
        <ChevronDown aria-hidden className="size-4" />
      </button>
      <div
        id="demo-sheet"
        popover="auto"
        className="fixed inset-x-0 top-10 m-0 grid max-h-[calc(100dvh-2.5rem)] w-full max-w-none gap-1 overflow-y-auto border-b border-inverse-line bg-inverse px-2 py-3 text-on-inverse shadow-floating @max-[78rem]:not-open:hidden sm:px-4 @min-[78rem]:static @min-[78rem]:flex @min-[78rem]:w-auto @min-[78rem]:items-center @min-[78rem]:gap-3 @min-[78rem]:overflow-visible @min-[78rem]:border-0 @min-[78rem]:p-0 @min-[78rem]:shadow-none"
      >
        <ul
          aria-label="People"
          className="flex flex-wrap gap-1 @min-[78rem]:flex-nowrap @min-[78rem]:gap-0.5"
        >
          {people.map(({ key, name, email, story, startsAt }) => (
            <li key={key}>
              <form method="post" action="/api/auth/callback/persona">
                <SignInFields csrfToken={csrfToken} returnTo={startsAt} />
                <button
                  type="submit"
                  name="persona"
                  value={key}
                  title={`${name}. ${story}`}
                  aria-current={email === signedInAs || undefined}
                  className={BAR_CONTROL}
                >
                  <SignalFlag letter={name} className="size-4 rounded-[2px]" />
                  {name.split(" ")[0]}
                </button>
              </form>
            </li>
          ))}
        </ul>
        {clock}
        <nav aria-label="Demo" className="flex flex-wrap gap-1 @min-[78rem]:flex-nowrap @min-[78rem]:gap-0.5">
          <AppLink href="/outbox" className={BAR_CONTROL}>
            <Inbox aria-hidden className="size-4 @min-[78rem]:hidden" /> E-mails
          </AppLink>
          <a href={sandboxUrl} target="_blank" rel="noreferrer" className={BAR_CONTROL}>
            <ServerCog aria-hidden className="size-4 @min-[78rem]:hidden" /> Sandbox
          </a>
        </nav>
        {underTheHood}
        {startOver}
      </div>
    </div>
  );
}
