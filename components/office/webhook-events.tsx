import { RotateCw } from "lucide-react";
import { Badge, type Tone } from "@/components/ui/badge";
import type { OfficeEvent } from "@/lib/office/screens";
import { Row, Rows, Timestamp } from "./primitives";
import { type RowAction, RowButton } from "./row-button";

const STATUSES: Record<OfficeEvent["state"], { tone: Tone; label: string }> = {
  received: { tone: "warning", label: "Received" },
  deferred: { tone: "warning", label: "Deferred" },
  done: { tone: "good", label: "Processed" },
  expired: { tone: "bad", label: "Expired" },
};

export const eventChoices = Object.entries(STATUSES).map(([value, { label }]) => ({ value, label }));

type Props = { events: OfficeEvent[]; replay: RowAction<"eventId"> };

/** The webhook deliveries, each with a button that fetches and processes its event again. */
export function EventRows({ events, replay }: Props) {
  return (
    <Rows label="Webhook deliveries">
      {events.map(({ id, name, state, note, attempts, receivedAt, dueAt }) => (
        <Row key={id} columns="md:grid-cols-[16rem_1fr_auto]">
          <span className="grid min-w-0 gap-1">
            <span className="flex flex-wrap items-center gap-x-2">
              <span className="font-semibold">{name}</span>
              <Badge tone={STATUSES[state].tone}>{STATUSES[state].label}</Badge>
            </span>
            <span className="text-muted">
              <Timestamp at={receivedAt} />
            </span>
          </span>
          <span className="grid min-w-0 gap-1">
            <span className="break-words">{note ?? "Not processed yet."}</span>
            <span className="text-xs break-all text-muted">
              <span>
                {id} · {attempts} {attempts === 1 ? "attempt" : "attempts"}
              </span>
              {dueAt && (
                <span>
                  , next <Timestamp at={dueAt} />
                </span>
              )}
            </span>
          </span>
          <RowButton
            action={replay}
            field="eventId"
            value={id}
            label={`Replay ${id}`}
            pendingLabel="Replaying …"
          >
            <RotateCw aria-hidden className="size-3.5" /> Replay
          </RowButton>
        </Row>
      ))}
    </Rows>
  );
}
