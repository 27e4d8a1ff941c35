import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { recordAction } from "./audit";
import type { FailedMail } from "./overview-screens";

/** Unsent e-mails with a failed attempt. Those that the worker has stopped retrying come first. */
export async function listFailedMails(_: StaffViewer): Promise<FailedMail[]> {
  const rows = await db().queuedMail.findMany({
    where: { sentAt: null, lastError: { not: null } },
    orderBy: [{ givenUpAt: { sort: "desc", nulls: "last" } }, { queuedAt: "asc" }],
    take: 20,
  });
  return rows.map(({ key, to, subject, lastError, attempts, queuedAt, sendAfter }) => {
    return { key, to, subject, problem: lastError ?? "", attempts, queuedAt, nextAt: sendAfter };
  });
}

/** Schedules a failed e-mail for another attempt now. Does nothing if it was sent in the meantime. */
export async function retryMail(staff: StaffViewer, { key }: { key: string }): Promise<void> {
  const at = await now();
  await db().$transaction(async (tx) => {
    const failed = { key, sentAt: null, lastError: { not: null } };
    const [mail] = await tx.queuedMail.updateManyAndReturn({
      where: failed,
      data: { sendAfter: at, givenUpAt: null },
    });
    if (!mail) return;
    await recordAction(
      staff,
      { action: "resend", subject: key, detail: `${mail.subject}, to ${mail.to}`, at },
      tx,
    );
  });
}
