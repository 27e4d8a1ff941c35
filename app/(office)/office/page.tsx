import { JOBS } from "@/app/jobs";
import { AuditLog } from "@/components/office/audit-log";
import { CspReportRows } from "@/components/office/csp-reports";
import { NeedsAttention } from "@/components/office/needs-attention";
import { Figures, JobRows, MailRows, StalledRows } from "@/components/office/overview";
import { FailedRefundRows, PaymentRows } from "@/components/office/payments";
import { Section } from "@/components/office/primitives";
import { StoppedAttempts } from "@/components/office/stopped-attempts";
import { requireStaff } from "@/lib/auth/staff";
import { listActions } from "@/lib/office/audit";
import { listCspReports } from "@/lib/office/csp-reports";
import { listDisputes } from "@/lib/office/disputes";
import { countWaitingEvents } from "@/lib/office/events";
import { listFailedRefunds } from "@/lib/office/failed-refunds";
import { listFailedMails } from "@/lib/office/mails";
import { listNeedsAttention } from "@/lib/office/needs-attention";
import { getOverview, listJobs } from "@/lib/office/overview";
import { listUncaptured } from "@/lib/office/payments";
import { listStalledRows } from "@/lib/office/stalled-rows";
import { listStoppedAttempts } from "@/lib/office/stopped-attempts";
import { now } from "@/lib/platform/clock";
import { resendMail, retryRow } from "./actions";

/** The jobs' names and titles. */
const WORDS = JOBS.map(({ name, title }) => ({ name, title }));

export default async function OfficePage() {
  const staff = await requireStaff();
  const [
    at,
    needsAttention,
    overview,
    waitingWebhooks,
    disputes,
    uncaptured,
    failedRefunds,
    stopped,
    mails,
    stalled,
    cspReports,
    jobs,
    actions,
  ] = await Promise.all([
    now(),
    listNeedsAttention(staff, WORDS),
    getOverview(staff),
    countWaitingEvents(staff),
    listDisputes(staff),
    listUncaptured(staff),
    listFailedRefunds(staff),
    listStoppedAttempts(staff),
    listFailedMails(staff),
    listStalledRows(staff),
    listCspReports(staff),
    listJobs(staff, WORDS),
    listActions(staff),
  ]);
  return (
    <>
      <h1 className="text-title">Back office</h1>
      <NeedsAttention groups={needsAttention} now={at} />
      <Figures overview={overview} waitingWebhooks={waitingWebhooks} />
      {disputes.length > 0 && (
        <Section
          id="disputes"
          title="Disputes"
          note="Answer an open dispute in ProcessOut’s dashboard before its deadline, and decide how a subscription goes on that it paused. Money that was charged back is not refunded."
        >
          <PaymentRows label="Disputes" payments={disputes} />
        </Section>
      )}
      {uncaptured.length > 0 && (
        <Section
          id="uncaptured"
          title="Not captured"
          note="The bank authorized these payments of the last 30 days and the money was not captured. A payment that is still authorized is tried again. The others were voided, and the shopper was told that nothing was charged."
        >
          <PaymentRows label="Not captured" payments={uncaptured} />
        </Section>
      )}
      {failedRefunds.length > 0 && (
        <Section
          id="failed-refunds"
          title="Failed refunds"
          note="These refunds completed, and the shopper’s bank returned the money afterwards. Refund the payment again, or ask the shopper for another way to pay the money back."
        >
          <FailedRefundRows refunds={failedRefunds} />
        </Section>
      )}
      {stopped.length > 0 && (
        <Section
          id="stopped"
          title="Stopped attempts"
          note="A limit stopped these presses in the last week before a bank was asked. Many cards from one account or address are usually card testing. While the limit of the shop holds, no shopper can pay or add a card."
        >
          <StoppedAttempts attempts={stopped} />
        </Section>
      )}
      {mails.length > 0 && (
        <Section id="mails" title="Undelivered e-mails">
          <MailRows mails={mails} retry={resendMail} />
        </Section>
      )}
      {stalled.length > 0 && (
        <Section id="stalled" title="Stalled work">
          <StalledRows rows={stalled} jobs={WORDS} retry={retryRow} />
        </Section>
      )}
      {cspReports.length > 0 && (
        <Section
          id="csp-reports"
          title="Blocked in browsers"
          note="What the content security policy has blocked in the last 30 days: an injected script, an extension of the shopper’s browser, or an address that the policy lacks. Any browser can send such a report."
        >
          <CspReportRows reports={cspReports} />
        </Section>
      )}
      <Section id="audit-log" title="Audit log">
        <AuditLog actions={actions} />
      </Section>
      <Section
        id="system"
        title="System"
        note="What the worker does in the background, and when it last did."
      >
        <JobRows jobs={jobs} />
      </Section>
    </>
  );
}
