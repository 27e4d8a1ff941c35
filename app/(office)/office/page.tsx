import { JOBS } from "@/app/jobs";
import { AuditLog } from "@/components/office/audit-log";
import { CspReportRows } from "@/components/office/csp-reports";
import { Figures, JobRows, MailRows, StalledRows } from "@/components/office/overview";
import { FailedRefundRows, PaymentRows } from "@/components/office/payments";
import { StoppedAttempts } from "@/components/office/stopped-attempts";
import { requireStaff } from "@/lib/auth/staff";
import { listActions } from "@/lib/office/audit";
import { listCspReports } from "@/lib/office/csp-reports";
import { listDisputes } from "@/lib/office/disputes";
import { countWaitingEvents } from "@/lib/office/events";
import { listFailedRefunds } from "@/lib/office/failed-refunds";
import { listFailedMails } from "@/lib/office/mails";
import { getOverview, listJobs } from "@/lib/office/overview";
import { listUncaptured } from "@/lib/office/payments";
import { listStalledRows } from "@/lib/office/stalled-rows";
import { listStoppedAttempts } from "@/lib/office/stopped-attempts";
import { resendMail, retryRow } from "./actions";

export default async function OfficePage() {
  const staff = await requireStaff();
  const [
    overview,
    waitingWebhooks,
    disputes,
    uncaptured,
    failedRefunds,
    held,
    mails,
    stalled,
    cspReports,
    jobs,
    actions,
  ] = await Promise.all([
    getOverview(staff),
    countWaitingEvents(staff),
    listDisputes(staff),
    listUncaptured(staff),
    listFailedRefunds(staff),
    listStoppedAttempts(staff),
    listFailedMails(staff),
    listStalledRows(staff),
    listCspReports(staff),
    listJobs(
      staff,
      JOBS.map(({ name }) => name),
    ),
    listActions(staff),
  ]);
  return (
    <>
      <h1 className="text-title">Back office</h1>
      <Figures overview={overview} waitingWebhooks={waitingWebhooks} />
      {disputes.length > 0 && (
        <section aria-labelledby="disputes" className="grid gap-4">
          <header className="grid gap-1">
            <h2 id="disputes" className="text-xl">
              Disputes
            </h2>
            <p className="max-w-[64ch] text-muted">
              Answer an open dispute in ProcessOut’s dashboard before its deadline, and decide how a
              subscription goes on that it paused. Money that was charged back is not refunded.
            </p>
          </header>
          <PaymentRows label="Disputes" payments={disputes} />
        </section>
      )}
      {uncaptured.length > 0 && (
        <section aria-labelledby="uncaptured" className="grid gap-4">
          <header className="grid gap-1">
            <h2 id="uncaptured" className="text-xl">
              Not captured
            </h2>
            <p className="max-w-[64ch] text-muted">
              The bank authorized these payments of the last 30 days and the money was not captured. A payment
              that is still authorized is tried again. The others were voided, and the shopper was told that
              nothing was charged.
            </p>
          </header>
          <PaymentRows label="Not captured" payments={uncaptured} />
        </section>
      )}
      {failedRefunds.length > 0 && (
        <section aria-labelledby="failed-refunds" className="grid gap-4">
          <header className="grid gap-1">
            <h2 id="failed-refunds" className="text-xl">
              Failed refunds
            </h2>
            <p className="max-w-[64ch] text-muted">
              These refunds completed, and the shopper’s bank returned the money afterwards. Refund the
              payment again, or ask the shopper for another way to pay the money back.
            </p>
          </header>
          <FailedRefundRows refunds={failedRefunds} />
        </section>
      )}
      {held.length > 0 && (
        <section aria-labelledby="held" className="grid gap-4">
          <header className="grid gap-1">
            <h2 id="held" className="text-xl">
              Stopped attempts
            </h2>
            <p className="max-w-[64ch] text-muted">
              A limit stopped these presses in the last week before a bank was asked. Many cards from one
              account or address are usually card testing. While the limit of the shop holds, no shopper can
              pay or add a card.
            </p>
          </header>
          <StoppedAttempts attempts={held} />
        </section>
      )}
      {mails.length > 0 && (
        <section aria-labelledby="mails" className="grid gap-4">
          <h2 id="mails" className="text-xl">
            Undelivered e-mails
          </h2>
          <MailRows mails={mails} retry={resendMail} />
        </section>
      )}
      {stalled.length > 0 && (
        <section aria-labelledby="stalled" className="grid gap-4">
          <h2 id="stalled" className="text-xl">
            Stalled work
          </h2>
          <StalledRows rows={stalled} retry={retryRow} />
        </section>
      )}
      {cspReports.length > 0 && (
        <section aria-labelledby="csp-reports" className="grid gap-4">
          <header className="grid gap-1">
            <h2 id="csp-reports" className="text-xl">
              Blocked in browsers
            </h2>
            <p className="max-w-[64ch] text-muted">
              What the content security policy has blocked in the last 30 days: an injected script, an
              extension of the shopper’s browser, or an address that the policy lacks. Any browser can send
              such a report.
            </p>
          </header>
          <CspReportRows reports={cspReports} />
        </section>
      )}
      <section aria-labelledby="jobs" className="grid gap-4">
        <h2 id="jobs" className="text-xl">
          Background jobs
        </h2>
        <JobRows jobs={jobs} />
      </section>
      <section aria-labelledby="audit-log" className="grid gap-4">
        <h2 id="audit-log" className="text-xl">
          Audit log
        </h2>
        <AuditLog actions={actions} />
      </section>
    </>
  );
}
