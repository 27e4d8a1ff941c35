import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import type { FailedMail, JobWords, OfficeJob, OfficeStalledRow, Overview } from "@/lib/office/screens";
import { jobTitle } from "@/lib/office/words";
import { formatMoney } from "@/lib/platform/money";
import { Row, Rows, Timestamp } from "./primitives";
import { type RowAction, RowButton } from "./row-button";

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
  <Rows label="E-mails">
    {mails.map(({ key, to, subject, problem, attempts, queuedAt, nextAt }) => (
      <Row key={key} columns="md:grid-cols-[1fr_1fr_auto]">
        <span className="grid min-w-0 gap-1">
          <span className="font-semibold break-words">{subject}</span>
          <span className="truncate text-muted">{to}</span>
          <span className="text-muted">
            <Timestamp at={queuedAt} />
          </span>
        </span>
        <span className="grid min-w-0 justify-items-start gap-1">
          <Badge tone={nextAt ? "warning" : "bad"}>{nextAt ? "Retrying" : "Not delivered"}</Badge>
          <span className="min-w-0 break-words text-muted">
            <span>
              {problem}. {attempts} {attempts === 1 ? "attempt" : "attempts"} so far
            </span>
            {nextAt && (
              <span>
                , next <Timestamp at={nextAt} />
              </span>
            )}
          </span>
        </span>
        <RowButton
          action={retry}
          field="key"
          value={key}
          label={`Send again: ${subject}`}
          pendingLabel="Sending …"
        >
          Send again
        </RowButton>
      </Row>
    ))}
  </Rows>
);

type StalledRowsProps = { rows: OfficeStalledRow[]; jobs: readonly JobWords[]; retry: RowAction<"row"> };

/** What jobs could not process: why, and when it is tried again. */
export const StalledRows = ({ rows, jobs, retry }: StalledRowsProps) => (
  <Rows label="Stalled work">
    {rows.map(({ job, rowId, failures, failure, failedAt, retryAt }) => (
      <Row key={`${job} ${rowId}`} columns="md:grid-cols-[1fr_1fr_auto]">
        <span className="grid min-w-0 gap-1">
          <span className="font-semibold">{jobTitle(jobs, job)}</span>
          <span className="min-w-0 font-mono text-xs break-all text-muted">
            {job} {rowId}
          </span>
        </span>
        <span className="grid min-w-0 justify-items-start gap-1">
          <Badge tone={retryAt ? "warning" : "bad"}>{retryAt ? "Retrying" : "Stopped"}</Badge>
          <span className="min-w-0 break-words text-muted">
            {failure}. {failures} failures, the last <Timestamp at={failedAt} />
          </span>
        </span>
        <RowButton
          action={retry}
          field="row"
          value={`${job} ${rowId}`}
          label={`Try again: ${jobTitle(jobs, job)} ${rowId}`}
          pendingLabel="One moment…"
        >
          Try again
        </RowButton>
      </Row>
    ))}
  </Rows>
);

/** The worker's jobs, each with its last run. */
export function JobRows({ jobs }: { jobs: OfficeJob[] }) {
  return (
    <Rows label="Jobs">
      {jobs.map((job) => (
        <Row key={job.job} columns="grid-cols-[1fr_auto] md:grid-cols-[14rem_7rem_1fr_11rem]">
          <span className="grid min-w-0">
            <span className="font-semibold">{job.title}</span>
            <span className="font-mono text-xs text-muted">{job.job}</span>
          </span>
          <JobStatus {...job} />
          <span className="min-w-0 break-words text-muted max-md:col-span-2">
            {hasFailed(job)
              ? job.failure
              : job.workedAt && <LastWork count={job.workCount} at={job.workedAt} />}
          </span>
          <span className="text-muted max-md:col-span-2 md:text-right">
            {job.ranAt ? <Timestamp at={job.ranAt} /> : "Has not run yet"}
          </span>
        </Row>
      ))}
    </Rows>
  );
}

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
  return (
    <Badge tone={tone} className="justify-self-start">
      {label}
    </Badge>
  );
}
