import type { Bench } from "./open";
import { restAll, seedSubscriptions } from "./seed";
import { type Report, startBenchWorker } from "./worker";

type Settings = { backlogs: number[]; atOnce: number; seconds: number };

const megabytes = (bytes: number) => Number((bytes / 2 ** 20).toFixed(0));

/** The most a worker holds while so many subscriptions are due. Watched for some seconds, not until all are charged. */
export async function watchMemory({ subscriber }: Bench, { backlogs, atOnce, seconds }: Settings) {
  const rows = [];
  for (const backlog of backlogs) {
    await seedSubscriptions(subscriber, { count: backlog });
    const { charged, peakHeap, peakRss } = await watch(atOnce, seconds);
    rows.push({
      due: backlog,
      charged,
      "peak heap, MB": megabytes(peakHeap),
      "peak RSS, MB": megabytes(peakRss),
    });
    await restAll();
  }
  return rows;
}

function watch(atOnce: number, seconds: number): Promise<Report> {
  const worker = startBenchWorker(atOnce, (report) => {
    if (report.seconds >= seconds) worker.kill();
  });
  return worker.ended;
}
