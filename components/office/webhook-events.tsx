import { RotateCw } from "lucide-react";
import { Badge, type Tone } from "@/components/ui/badge";
import type { OfficeEvent } from "@/lib/office/screens";
import { counted } from "@/lib/office/words";
import { RowLink, Timestamp } from "./primitives";
import { type RowAction, RowButton } from "./row-button";
import { Code, Stacked, Table } from "./table";

const STATUSES: Record<OfficeEvent["state"], { tone: Tone; label: string }> = {
  received: { tone: "warning", label: "Received" },
  deferred: { tone: "warning", label: "Deferred" },
  done: { tone: "good", label: "Processed" },
  expired: { tone: "bad", label: "Expired" },
};

export const eventChoices = Object.entries(STATUSES).map(([value, { label }]) => ({ value, label }));

/** An event that was not processed says why. */
const EventNote = ({ words, note }: Pick<OfficeEvent, "words" | "note">) => (
  <span className="grid gap-0.5">
    {words && <RowLink href={words.href}>{words.sentence}</RowLink>}
    <span>{note ?? "Not processed yet."}</span>
  </span>
);

type Props = { events: OfficeEvent[]; replay: RowAction<"eventId"> };

/** The webhook deliveries, each with a button that fetches and processes its event again. */
export const EventRows = ({ events, replay }: Props) => (
  <Table
    label="Webhook deliveries"
    headings={["What happened", "Received", "Status", "Action"]}
    columns="md:grid-cols-[1fr_auto_auto_auto]"
    rows={events.map(({ id, name, state, note, words, attempts, receivedAt, dueAt }) => ({
      key: id,
      cells: [
        <Stacked key="happened" small={<Code>{name}</Code>}>
          {words && state === "done" ? (
            <RowLink href={words.href}>{words.sentence}</RowLink>
          ) : (
            <EventNote words={words} note={note} />
          )}
        </Stacked>,
        <Timestamp key="received" at={receivedAt} />,
        <Stacked
          key="status"
          small={
            <>
              <span>{counted(attempts, "attempt")}</span>
              {dueAt && (
                <span>
                  , next <Timestamp at={dueAt} />
                </span>
              )}
            </>
          }
        >
          <Badge tone={STATUSES[state].tone}>{STATUSES[state].label}</Badge>
        </Stacked>,
        <RowButton
          key="action"
          action={replay}
          field="eventId"
          value={id}
          label={`Replay ${name} ${id}`}
          pendingLabel="Replaying …"
          variant="quiet"
        >
          <span className="inline-flex items-center gap-2">
            <RotateCw aria-hidden className="size-3.5" /> Replay
          </span>
        </RowButton>,
      ],
    }))}
  />
);
