import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import type {
  FailedMail,
  JobWords,
  OfficeJob,
  OfficeStalledRow,
  Overview,
} from "@/lib/office/overview-screens";
import { counted, jobTitle } from "@/lib/office/words";
import { formatMoney } from "@/lib/platform/money";
import { Timestamp } from "./primitives";
import { type RowAction, RowButton } from "./row-button";
import { Code, Stacked, Table } from "./table";

type FiguresProps = { overview: Overview; waitingWebhooks: number };

/** The four figures at the top of the overview, each a link to its list. */
export function Figures({ overview, waitingWebhooks }: FiguresProps) {
  const { captured, pendingPayments, declinedToday } = overview;
  const sums = captured.length > 0 ? captured.map((sum) => formatMoney(sum)).join(" · ") : "Nothing";
  return (
    <dl className="grid gap-px overflow-hidden rounded-panel border border-line bg-line shadow-raised sm:grid-cols-2 lg:grid-cols-4">
      <Figure label="Captured in 24 hours" value={sums} href="/office/payments?state=captured" />
      <Figure
        label="Declined in 24 hours"
        value={String(declinedToday)}
        href="/office/payments?state=failed"
      />
      <Figure
        label="Pending payments"
        value={String(pendingPayments)}
        href="/office/payments?state=pending"
      />
      <Figure
        label="Webhooks waiting"
        value={String(waitingWebhooks)}
        href="/office/webhooks?state=deferred"
      />
    </dl>
  );
}

const Figure = ({ label, value, href }: { label: string; value: string; href: string }) => (
  <div className="relative grid content-start gap-1 bg-surface p-5 hover:bg-sunken/60">
    <dt className="text-sm text-muted">
      <AppLink href={href} className="after:absolute after:inset-0">
        {label}
      </AppLink>
    </dt>
    <dd className="font-display text-2xl font-semibold tracking-tight tabular-nums">{value}</dd>
  </div>
);

type MailRowsProps = { mails: FailedMail[]; retry: RowAction<"key"> };

/** E-mails that failed so far: the mail server's answer, and when the next attempt is. */
export const MailRows = ({ mails, retry }: MailRowsProps) => (
  <Table
    label="E-mails"
    headings={["E-mail", "Queued", "Status", "Action"]}
    columns="md:grid-cols-[1fr_auto_1fr_auto]"
    rows={mails.map(({ key, to, subject, problem, attempts, queuedAt, nextAt }) => ({
      key,
      cells: [
        <Stacked key="mail" small={to}>
          <span className="font-semibold">{subject}</span>
        </Stacked>,
        <Timestamp key="queued" at={queuedAt} />,
        <Stacked
          key="status"
          small={
            <>
              <span>
                {problem}. {counted(attempts, "attempt")} so far
              </span>
              {nextAt && (
                <span>
                  , next <Timestamp at={nextAt} />
                </span>
              )}
            </>
          }
        >
          <Badge tone={nextAt ? "warning" : "bad"}>{nextAt ? "Retrying" : "Not delivered"}</Badge>
        </Stacked>,
        <RowButton
          key="action"
          action={retry}
          field="key"
          value={key}
          label={`Send again: ${subject}`}
          pendingLabel="Sending …"
        >
          Send again
        </RowButton>,
      ],
    }))}
  />
);

type StalledRowsProps = { rows: OfficeStalledRow[]; jobs: readonly JobWords[]; retry: RowAction<"row"> };

/** What jobs could not process: why, and when it is tried again. */
export const StalledRows = ({ rows, jobs, retry }: StalledRowsProps) => (
  <Table
    label="Stalled work"
    headings={["Work", "Status", "Action"]}
    columns="md:grid-cols-[1fr_1fr_auto]"
    rows={rows.map(({ job, rowId, failures, failure, failedAt, retryAt }) => ({
      key: `${job} ${rowId}`,
      cells: [
        <Stacked
          key="work"
          small={
            <Code>
              {job} {rowId}
            </Code>
          }
        >
          <span className="font-semibold">{jobTitle(jobs, job)}</span>
        </Stacked>,
        <Stacked
          key="status"
          small={
            <span>
              {failure}. {counted(failures, "failure")}, the last <Timestamp at={failedAt} />
            </span>
          }
        >
          <Badge tone={retryAt ? "warning" : "bad"}>{retryAt ? "Retrying" : "Stopped"}</Badge>
        </Stacked>,
        <RowButton
          key="action"
          action={retry}
          field="row"
          value={`${job} ${rowId}`}
          label={`Try again: ${jobTitle(jobs, job)} ${rowId}`}
          pendingLabel="One moment…"
        >
          Try again
        </RowButton>,
      ],
    }))}
  />
);

/** The worker's jobs, each with its last run. */
export const JobRows = ({ jobs }: { jobs: OfficeJob[] }) => (
  <Table
    label="Jobs"
    headings={["Job", "Last run", "Result", "Last work"]}
    columns="md:grid-cols-[1fr_auto_auto_1fr]"
    rows={jobs.map((job) => ({
      key: job.job,
      cells: [
        <Stacked key="job" small={<Code>{job.job}</Code>}>
          <span className="font-semibold">{job.title}</span>
        </Stacked>,
        job.ranAt ? <Timestamp key="ran" at={job.ranAt} /> : "Has not run yet",
        <JobStatus key="result" {...job} />,
        hasFailed(job)
          ? job.failure
          : job.workedAt && <LastWork key="work" count={job.workCount} at={job.workedAt} />,
      ],
    }))}
  />
);

const LastWork = ({ count, at }: { count: number; at: Date }) => (
  <span>
    {count} processed at <Timestamp at={at} />
  </span>
);

const hasFailed = ({ failedAt, ranAt }: OfficeJob) =>
  failedAt !== null && ranAt !== null && failedAt >= ranAt;

function JobStatus(job: OfficeJob) {
  const [tone, label] = !job.ranAt
    ? (["neutral", "Waiting"] as const)
    : hasFailed(job)
      ? (["bad", "Failed"] as const)
      : (["good", "Succeeded"] as const);
  return <Badge tone={tone}>{label}</Badge>;
}
