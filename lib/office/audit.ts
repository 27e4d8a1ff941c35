import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/generated/client";
import type { Act } from "./screens";

type NewAct = { act: "refund" | "void" | "replay" | "resend"; subject: string; detail: string; at: Date };

/** Writes down what somebody of the office does, in the transaction that does it or before ProcessOut is asked. */
export async function recordAct(
  staff: StaffViewer,
  act: NewAct,
  tx: Prisma.TransactionClient = db(),
): Promise<void> {
  await tx.auditEntry.create({ data: { ...act, staff: staff.email } });
}

/** Newest first: of one payment or event, or of everything. */
export async function listActs(_: StaffViewer, { subject }: { subject?: string } = {}): Promise<Act[]> {
  return db().auditEntry.findMany({
    where: { subject },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: SHOWN,
  });
}

const SHOWN = 20;
