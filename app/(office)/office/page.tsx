import { JOBS } from "@/app/jobs";
import { ActRows } from "@/components/office/action-rows";
import { SentBackRows } from "@/components/office/failed-refund-rows";
import { Figures } from "@/components/office/figures";
import { JobRows } from "@/components/office/job-rows";
import { MailRows } from "@/components/office/mail-rows";
import { requireStaff } from "@/lib/auth/staff";
import { listActs } from "@/lib/office/audit";
import { countWaiting } from "@/lib/office/events";
import { listSentBack } from "@/lib/office/failed-refunds";
import { listStuckMails } from "@/lib/office/mails";
import { getOverview, listJobs } from "@/lib/office/overview";
import { resendMail } from "./actions";

export default async function OfficePage() {
  const staff = await requireStaff();
  const [overview, waiting, sentBack, mails, jobs, acts] = await Promise.all([
    getOverview(staff),
    countWaiting(staff),
    listSentBack(staff),
    listStuckMails(staff),
    listJobs(
      staff,
      JOBS.map(({ name }) => name),
    ),
    listActs(staff),
  ]);
  return (
    <>
      <h1 className="text-title">Harbour office</h1>
      <Figures overview={overview} waiting={waiting} />
      {sentBack.length > 0 && (
        <section aria-labelledby="sent-back" className="grid gap-4">
          <header className="grid gap-1">
            <h2 id="sent-back" className="text-xl">
              Refunds sent back
            </h2>
            <p className="max-w-[64ch] text-muted">
              They went through, and the shopper’s bank returned them. The money is with us; try again, or ask
              the shopper where to send it.
            </p>
          </header>
          <SentBackRows refunds={sentBack} />
        </section>
      )}
      {mails.length > 0 && (
        <section aria-labelledby="mails" className="grid gap-4">
          <h2 id="mails" className="text-xl">
            Mails that did not go out
          </h2>
          <MailRows mails={mails} resend={resendMail} />
        </section>
      )}
      <section aria-labelledby="jobs" className="grid gap-4">
        <h2 id="jobs" className="text-xl">
          Background work
        </h2>
        <JobRows jobs={jobs} />
      </section>
      <section aria-labelledby="acts" className="grid gap-4">
        <h2 id="acts" className="text-xl">
          What the office did
        </h2>
        <ActRows acts={acts} />
      </section>
    </>
  );
}
