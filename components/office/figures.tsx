import { AppLink } from "@/components/ui/app-link";
import { formatMoney, type Money } from "@/lib/platform/money";

type Props = {
  overview: { takings: Money[]; unsettled: number; declinedToday: number };
  waiting: number;
};

/** The four things worth a look in the morning. */
export function Figures({ overview: { takings, unsettled, declinedToday }, waiting }: Props) {
  const sums = takings.length > 0 ? takings.map((sum) => formatMoney(sum)).join(" · ") : "Nothing";
  return (
    <dl className="grid gap-px overflow-hidden rounded-panel border border-line bg-line shadow-raised sm:grid-cols-2 lg:grid-cols-4">
      <Figure label="Taken in 24 hours" value={sums} href="/office/payments?state=captured" />
      <Figure
        label="Declined in 24 hours"
        value={String(declinedToday)}
        href="/office/payments?state=failed"
      />
      <Figure
        label="Payments not settled"
        value={String(unsettled)}
        href="/office/payments?state=authorizing"
      />
      <Figure label="Webhooks waiting" value={String(waiting)} href="/office/webhooks?state=parked" />
    </dl>
  );
}

const Figure = ({ label, value, href }: { label: string; value: string; href: string }) => (
  <div className="relative grid content-start gap-1 bg-surface p-5 hover:bg-sunken/60">
    <dt className="text-sm text-muted">
      <AppLink href={href} className="after:absolute after:inset-0">
        {label}
      </AppLink>
    </dt>
    <dd className="font-display text-2xl font-semibold tracking-tight tabular-nums">{value}</dd>
  </div>
);
