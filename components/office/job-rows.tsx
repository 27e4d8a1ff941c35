import { Badge } from "@/components/ui/badge";
import type { OfficeJob } from "@/lib/office/screens";
import { Moment } from "./moment";
import { Row, Rows } from "./rows";

export function JobRows({ jobs }: { jobs: OfficeJob[] }) {
  return (
    <Rows label="Jobs">
      {jobs.map((job) => (
        <Row key={job.job} columns="grid-cols-[1fr_auto] md:grid-cols-[14rem_7rem_1fr_11rem]">
          <span className="font-semibold">{job.job}</span>
          <Standing {...job} />
          <span className="min-w-0 break-words text-muted max-md:col-span-2">
            {hasFailed(job)
              ? job.failure
              : job.workedAt && <LastWork count={job.workCount} at={job.workedAt} />}
          </span>
          <span className="text-muted max-md:col-span-2 md:text-right">
            {job.ranAt ? <Moment at={job.ranAt} /> : "Has not run yet"}
          </span>
        </Row>
      ))}
    </Rows>
  );
}

const LastWork = ({ count, at }: { count: number; at: Date }) => (
  <>
    {count} done on <Moment at={at} />
  </>
);

const hasFailed = ({ failedAt, ranAt }: OfficeJob) =>
  failedAt !== null && ranAt?.getTime() === failedAt.getTime();

function Standing(job: OfficeJob) {
  const [tone, label] = !job.ranAt
    ? (["neutral", "Waiting"] as const)
    : hasFailed(job)
      ? (["bad", "Failed"] as const)
      : (["good", "Well"] as const);
  return (
    <Badge tone={tone} className="justify-self-start">
      {label}
    </Badge>
  );
}
