import { log } from "@/lib/platform/log";

/**
 * Calls `work` for each row, at most `concurrency` rows at a time, and returns how many calls succeeded. A row that fails is
 * logged and stays due for the next run. When the source of the rows fails, calls under way end first; then its error is thrown.
 */
export async function forEachConcurrent<Row>(
  job: string,
  rows: Iterable<Row> | AsyncIterable<Row>,
  concurrency: number,
  work: (row: Row) => Promise<unknown>,
): Promise<number> {
  const queue = shared(rows);
  let count = 0;
  const lane = async () => {
    for await (const row of queue) {
      try {
        await work(row);
        count += 1;
      } catch (error) {
        log.error("job.row-failed", { job, error });
      }
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: concurrency }, lane));
  for (const lane of lanes) if (lane.status === "rejected") throw lane.reason;
  return count;
}

/** One iterator for all lanes: each takes the next row that no other has taken. */
async function* shared<Row>(rows: Iterable<Row> | AsyncIterable<Row>) {
  yield* rows;
}
