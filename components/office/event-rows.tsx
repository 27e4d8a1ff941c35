import type { OfficeEvent } from "@/lib/office/screens";
import { Moment } from "./moment";
import { type Replay, ReplayForm } from "./replay-form";
import { Row, Rows } from "./rows";
import { EventStanding } from "./status";

export function EventRows({ events, replay }: { events: OfficeEvent[]; replay: Replay }) {
  return (
    <Rows label="Webhook deliveries">
      {events.map(({ id, name, state, note, attempts, receivedAt, dueAt }) => (
        <Row key={id} columns="md:grid-cols-[16rem_1fr_auto]">
          <span className="grid min-w-0 gap-1">
            <span className="flex flex-wrap items-center gap-x-2">
              <span className="font-semibold">{name}</span>
              <EventStanding state={state} />
            </span>
            <span className="text-muted">
              <Moment at={receivedAt} />
            </span>
          </span>
          <span className="grid min-w-0 gap-1">
            <span className="break-words">{note ?? "Nothing has been done about it yet."}</span>
            <span className="text-xs break-all text-muted">
              {id} · {attempts === 1 ? "looked at once" : `looked at ${attempts} times`}
              {dueAt && (
                <>
                  , again <Moment at={dueAt} />
                </>
              )}
            </span>
          </span>
          <ReplayForm eventId={id} replay={replay} />
        </Row>
      ))}
    </Rows>
  );
}
