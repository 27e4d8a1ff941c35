import { setTimeout as sleep } from "node:timers/promises";
import { db } from "./db";

const TIME_LIMIT_MS = 2_000;

/** Whether the database answers a query on our own tables in time: one without the migrations does not serve. */
export async function isDatabaseServing(): Promise<boolean> {
  const query = db().user.findFirst({ select: { id: true } });
  const answered = query.then(
    () => true,
    () => false,
  );
  return Promise.race([answered, sleep(TIME_LIMIT_MS, false, { ref: false })]);
}
