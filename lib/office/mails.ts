import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { recordAct } from "./audit";
import type { StuckMail } from "./screens";

/** Mails that have failed so far, those that nobody tries any more first. */
export async function listStuckMails(_: StaffViewer): Promise<StuckMail[]> {
  const rows = await db().queuedMail.findMany({
    where: { sentAt: null, problem: { not: null } },
    orderBy: [{ givenUpAt: { sort: "desc", nulls: "last" } }, { queuedAt: "asc" }],
    take: 20,
  });
  return rows.map(({ key, to, subject, problem, attempts, queuedAt, wakeAt }) => {
    return { key, to, subject, problem: problem ?? "", attempts, queuedAt, nextAt: wakeAt };
  });
}

/** Lets the worker try a mail once more, now. One that went out meanwhile is left alone. */
export async function sendMailAgain(staff: StaffViewer, { key }: { key: string }): Promise<void> {
  const at = await now();
  await db().$transaction(async (tx) => {
    const stuck = { key, sentAt: null, problem: { not: null } };
    const [mail] = await tx.queuedMail.updateManyAndReturn({
      where: stuck,
      data: { wakeAt: at, givenUpAt: null },
    });
    if (!mail) return;
    await recordAct(staff, { act: "resend", subject: key, detail: `${mail.subject}, to ${mail.to}`, at }, tx);
  });
}
