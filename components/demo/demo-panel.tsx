import { Clock, Inbox, Waypoints } from "lucide-react";
import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import { DAY_MS } from "@/lib/platform/durations";
import { DemoClockForm, type MoveClock } from "./demo-clock-form";

type Props = { now: Date; offsetMs: number; sandboxUrl: string; moveClock: MoveClock; children?: ReactNode };

/**
 * The demo's clock, and links to the outbox, the sandbox and what `children` add. A tab at the edge of the page that opens a
 * native popover: Escape closes it and focus returns without script.
 */
export function DemoPanel({ now, offsetMs, sandboxUrl, moveClock, children }: Props) {
  const days = Math.round(offsetMs / DAY_MS);
  return (
    <aside aria-label="Demo" className="print:hidden">
      <button
        type="button"
        popoverTarget="demo-panel"
        className="fixed bottom-0 left-3 z-20 flex min-h-9 items-center gap-2 rounded-t-control border border-b-0 border-line bg-surface/95 px-3 text-xs font-semibold text-muted shadow-raised hover:text-ink"
      >
        <Clock aria-hidden className="size-3.5" />
        Demo
        <span className="font-normal tabular-nums">{SHORT.format(now)}</span>
      </button>
      <div
        id="demo-panel"
        popover="auto"
        className="pop-in fixed inset-auto bottom-12 left-3 m-0 w-[min(20rem,calc(100vw-1.5rem))] rounded-panel border border-line bg-surface p-5 shadow-floating not-open:hidden"
      >
        <h2 className="text-sm font-semibold text-muted">Demo clock</h2>
        <p className="mt-1 font-display text-xl font-semibold tracking-tight tabular-nums">
          <time dateTime={now.toISOString()}>{LONG.format(now)}</time>
        </p>
        <p className="mt-1 text-sm text-muted">
          {days === 0
            ? "The same as your own clock."
            : `${days} ${days === 1 ? "day" : "days"} ahead of your own clock.`}
        </p>
        <DemoClockForm moveClock={moveClock} />
        <ul className="mt-4 grid gap-1 border-t border-line pt-3 text-sm">
          <li>
            <AppLink href="/outbox" className={LINK}>
              <Inbox aria-hidden className={ICON} /> Outbox: the e-mails that were sent
            </AppLink>
          </li>
          {children}
          <li>
            <a href={sandboxUrl} className={LINK}>
              <Waypoints aria-hidden className={ICON} /> Sandbox: ProcessOut&rsquo;s side
            </a>
          </li>
        </ul>
      </div>
    </aside>
  );
}

const SHORT = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const LONG = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });

export const LINK = "-mx-2 flex min-h-10 items-center gap-3 rounded-control px-2 font-medium hover:bg-sunken";
export const ICON = "size-4 shrink-0 text-accent";
