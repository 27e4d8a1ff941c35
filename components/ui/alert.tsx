import clsx from "clsx";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { Tone } from "./badge";

const LOOKS = {
  bad: { icon: CircleAlert, className: "border-danger/40 bg-danger-soft text-danger" },
  warning: { icon: TriangleAlert, className: "border-warning/40 bg-warning-soft text-warning" },
  good: { icon: CircleCheck, className: "border-success/40 bg-success-soft text-success" },
  info: { icon: Info, className: "border-info/40 bg-info-soft text-info" },
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
