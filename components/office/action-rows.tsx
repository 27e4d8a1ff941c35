import type { Act } from "@/lib/office/screens";
import { Moment } from "./moment";
import { Nothing, Row, Rows } from "./rows";

/** The audit log: who, what, when. */
export function ActRows({ acts }: { acts: Act[] }) {
  if (acts.length === 0) return <Nothing>Nothing yet: a quiet watch.</Nothing>;
  return (
    <Rows label="Audit log">
      {acts.map(({ id, staff, act, subject, detail, at }) => (
        <Row key={id} columns="md:grid-cols-[6rem_1fr_1fr_11rem]">
          <span className="font-semibold capitalize">{act}</span>
          <span className="min-w-0 break-words">{detail}</span>
          <span className="grid min-w-0 text-muted">
            <span className="truncate">{staff}</span>
            <span className="truncate font-mono text-xs">{subject}</span>
          </span>
          <span className="text-muted md:text-right">
            <Moment at={at} />
          </span>
        </Row>
      ))}
    </Rows>
  );
}
