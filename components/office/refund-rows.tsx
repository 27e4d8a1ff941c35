import { Badge, type Tone } from "@/components/ui/badge";
import type { OfficeRefund } from "@/lib/office/screens";
import { formatMoney } from "@/lib/platform/money";
import { Moment } from "./moment";
import { Row, Rows } from "./rows";

const LOOKS: Record<OfficeRefund["state"], { tone: Tone; label: string }> = {
  asking: { tone: "warning", label: "Not confirmed yet" },
  done: { tone: "good", label: "Given back" },
  failed: { tone: "bad", label: "Refused" },
  sent_back: { tone: "bad", label: "Sent back later" },
};

export function RefundRows({ refunds }: { refunds: OfficeRefund[] }) {
  return (
    <Rows label="Refunds">
      {refunds.map(({ id, amount, state, reason, problem, staff, askedAt }) => (
        <Row key={id} columns="grid-cols-[1fr_auto] md:grid-cols-[7rem_1fr_auto]">
          <span className="text-[0.9375rem] font-semibold tabular-nums">{formatMoney(amount)}</span>
          <span className="grid min-w-0 text-muted max-md:order-3 max-md:col-span-2">
            <span className="truncate">
              {reason.replace("_", " ")}
              {problem && `, ${problem}`}
            </span>
            <span className="truncate">
              {staff}, <Moment at={askedAt} />
            </span>
          </span>
          <Badge tone={LOOKS[state].tone}>{LOOKS[state].label}</Badge>
        </Row>
      ))}
    </Rows>
  );
}
