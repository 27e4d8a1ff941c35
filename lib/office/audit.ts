import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/generated/client";
import type { StaffAction } from "./overview-screens";

type NewAction = {
  action: "refund" | "void" | "replay" | "resend" | "retry" | "resume" | "end";
  /** The id of the payment, subscription or webhook event, or the key of the e-mail. */
  subject: string;
  detail: string;
  at: Date;
};

/** Adds an entry to the audit log: in the transaction that makes the change, or before ProcessOut is asked to. */
export async function recordAction(
  staff: StaffViewer,
  action: NewAction,
  tx: Prisma.TransactionClient = db(),
): Promise<void> {
  await tx.auditEntry.create({ data: { ...action, staff: staff.email } });
}

const LISTED = 20;

/** The latest 20 entries, newest first: of one subject, or of all. */
export async function listActions(
  _: StaffViewer,
  { subject }: { subject?: string } = {},
): Promise<StaffAction[]> {
  return db().auditEntry.findMany({
    where: { subject },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: LISTED,
  });
}
