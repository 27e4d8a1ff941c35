import clsx from "clsx";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { Tone } from "./badge";

const LOOKS = {
  bad: { icon: CircleAlert, className: "border-signal/40 bg-signal-soft text-signal" },
  warning: { icon: TriangleAlert, className: "border-brass/40 bg-brass-soft text-brass" },
  good: { icon: CircleCheck, className: "border-verdigris/40 bg-verdigris-soft text-verdigris" },
  info: { icon: Info, className: "border-fjord/40 bg-fjord-soft text-fjord" },
};

type Props = { tone: Exclude<Tone, "neutral">; title?: ReactNode; children?: ReactNode; className?: string };

/** Read out when it appears: at once when something went wrong, at the next pause otherwise. */
export function Alert({ tone, title, children, className }: Props) {
  const { icon: Icon, className: look } = LOOKS[tone];
  return (
    <div
      role={tone === "bad" ? "alert" : "status"}
      className={clsx("flex gap-3 rounded-control border px-4 py-3 text-sm", look, className)}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="grid min-w-0 gap-1 text-ink">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}
