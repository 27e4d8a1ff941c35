import { AppLink } from "@/components/ui/app-link";
import { Badge, type Tone } from "@/components/ui/badge";
import { cardName } from "@/lib/cards/card";
import type { OfficePeriod } from "@/lib/office/screens";
import { formatMoney } from "@/lib/platform/money";
import { Moment } from "./moment";
import { Rows } from "./rows";
import { PaymentStanding } from "./status";

const LOOKS: Record<OfficePeriod["state"], { tone: Tone; label: string }> = {
  open: { tone: "warning", label: "Not paid" },
  paid: { tone: "good", label: "Paid" },
  canceled: { tone: "neutral", label: "Given up" },
};

/** Each period with every try to charge it; a try leads to its payment. */
export const PeriodRows = ({ periods }: { periods: OfficePeriod[] }) => (
  <Rows label="Periods">
    {periods.map(({ number, orderLabel, state, amount, placedAt, tries }) => (
      <li key={number} className="grid gap-2 px-4 py-4 text-sm sm:px-5">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <h3 className="text-[0.9375rem] font-semibold">Period {number}</h3>
          <span className="text-muted">
            {orderLabel}, <Moment at={placedAt} />
          </span>
          <span className="ml-auto flex items-center gap-4">
            <Badge tone={LOOKS[state].tone}>{LOOKS[state].label}</Badge>
            <span className="min-w-16 text-right text-[0.9375rem] font-semibold tabular-nums">
              {formatMoney(amount)}
            </span>
          </span>
        </div>
        {tries.length > 0 ? (
          <Tries number={number} tries={tries} />
        ) : (
          <p className="text-muted">Not tried yet.</p>
        )}
      </li>
    ))}
  </Rows>
);

const Tries = ({ number, tries }: Pick<OfficePeriod, "number" | "tries">) => (
  <ul aria-label={`Tries of period ${number}`} className="grid border-l-2 border-line">
    {tries.map(({ id, status, startedAt, problem, isOffSession, ...card }) => (
      <li
        key={id}
        className="relative grid grid-cols-[1fr_auto] gap-x-4 px-4 py-2 hover:bg-sunken/60 md:grid-cols-[11rem_1fr_1fr_auto] md:items-center"
      >
        <AppLink
          href={`/office/payments/${id}`}
          className="font-medium underline underline-offset-4 after:absolute after:inset-0"
        >
          <Moment at={startedAt} />
        </AppLink>
        <span className="min-w-0 truncate text-muted max-md:order-3 max-md:col-span-2">
          {card.last4 ? cardName(card) : "No card"}, {isOffSession ? "by the shop" : "by the shopper"}
        </span>
        <span className="min-w-0 font-mono text-xs break-all text-muted max-md:order-4 max-md:col-span-2">
          {problem}
        </span>
        <PaymentStanding status={status} />
      </li>
    ))}
  </ul>
);
