import type { StaffAction } from "@/lib/office/overview-screens";
import { EmptyList, TextLink, Timestamp } from "./primitives";
import { Stacked, Table } from "./table";

export function AuditLog({ actions }: { actions: StaffAction[] }) {
  if (actions.length === 0) return <EmptyList>No staff action is recorded yet.</EmptyList>;
  return (
    <Table
      label="Audit log"
      headings={["Action", "Detail", "By", "At"]}
      columns="md:grid-cols-[7rem_1fr_1fr_auto]"
      rows={actions.map(({ id, staff, action, subject, detail, at }) => ({
        key: id,
        cells: [
          <span key="action" className="font-semibold capitalize">
            {action}
          </span>,
          <Stacked key="detail" small={<Subject action={action} subject={subject} />}>
            {detail}
          </Stacked>,
          staff,
          <Timestamp key="at" at={at} />,
        ],
      }))}
    />
  );
}

/** Where an action's subject is shown. E-mails have no page. */
function Subject({ action, subject }: Pick<StaffAction, "action" | "subject">) {
  if (action === "refund" || action === "void")
    return <TextLink href={`/office/payments/${subject}`}>Its payment</TextLink>;
  if (action === "resume" || action === "end")
    return <TextLink href={`/office/subscriptions/${subject}`}>Its subscription</TextLink>;
  if (action === "replay") return <TextLink href={`/office/webhooks?q=${subject}`}>Its event</TextLink>;
  return null;
}
