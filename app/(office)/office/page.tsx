import { ActRows } from "@/components/office/act-rows";
import { Figures } from "@/components/office/figures";
import { JobRows } from "@/components/office/job-rows";
import { requireStaff } from "@/lib/auth/staff";
import { listActs } from "@/lib/data/office/audit";
import { countWaiting } from "@/lib/data/office/events";
import { getOverview, listJobs } from "@/lib/data/office/overview";
import { JOBS } from "@/lib/jobs/queue";

export default async function OfficePage() {
  const staff = await requireStaff();
  const [overview, waiting, jobs, acts] = await Promise.all([
    getOverview(staff),
    countWaiting(staff),
    listJobs(staff, JOBS),
    listActs(staff),
  ]);
  return (
    <>
      <h1 className="text-title">Harbour office</h1>
      <Figures overview={overview} waiting={waiting} />
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
