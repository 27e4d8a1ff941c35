import { toLogFields } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";

/**
 * Does something for each row, a few at a time. One that fails is logged and left for the next round, since its row
 * is still due. Answers how many succeeded.
 */
export async function eachOf<Row>(
  job: string,
  rows: Iterable<Row> | AsyncIterable<Row>,
  atOnce: number,
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
        log.error("job.row-failed", { job, ...toLogFields(error) });
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return count;
}

/** One iterator for all lanes: each takes the next row that no other has taken. */
async function* shared<Row>(rows: Iterable<Row> | AsyncIterable<Row>) {
  yield* rows;
}
