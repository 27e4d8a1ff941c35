import type { StaffAction } from "@/lib/office/screens";
import { EmptyList, Row, Rows, Timestamp } from "./primitives";

export function AuditLog({ actions }: { actions: StaffAction[] }) {
  if (actions.length === 0) return <EmptyList>No staff action is recorded yet.</EmptyList>;
  return (
    <Rows label="Audit log">
      {actions.map(({ id, staff, action, subject, detail, at }) => (
        <Row key={id} columns="md:grid-cols-[6rem_1fr_1fr_11rem]">
          <span className="font-semibold capitalize">{action}</span>
          <span className="min-w-0 break-words">{detail}</span>
          <span className="grid min-w-0 text-muted">
            <span className="truncate">{staff}</span>
            <span className="truncate font-mono text-xs">{subject}</span>
          </span>
          <span className="text-muted md:text-right">
            <Timestamp at={at} />
          </span>
        </Row>
      ))}
    </Rows>
  );
}
