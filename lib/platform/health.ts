import { setTimeout as sleep } from "node:timers/promises";
import { AuthenticationError, createProcessOut, NotFoundError } from "@/lib/processout";
import { db } from "./db";
import { env } from "./env";

const DATABASE_LIMIT_MS = 1_500;

/** Whether the database answers a query on our own tables within 1.5 seconds. False without the migrations. */
export async function isDatabaseServing(): Promise<boolean> {
  const query = db().user.findFirst({ select: { id: true } });
  const answered = query.then(
    () => true,
    () => false,
  );
  return Promise.race([answered, sleep(DATABASE_LIMIT_MS, false, { ref: false })]);
}

/** `wrong-key`: ProcessOut refuses these credentials. `unreachable`: no response, or an unusable one. */
export type ProcessOutStatus = "ok" | "wrong-key" | "unreachable";

const PROCESSOUT_LIMIT_MS = 1_500;
const RECHECK_FAILURE_MS = 10_000;

let last: { status: ProcessOutStatus; checkedAt: number } | undefined;
let running: Promise<ProcessOutStatus> | undefined;

/**
 * Whether ProcessOut accepts this app's credentials, from a check at most `maxAgeMs` old (ten seconds after a failed one).
 * Takes 1.5 seconds at most and never throws. For the developer's banner and the health report; nothing depends on it.
 */
export async function getProcessOutStatus(maxAgeMs: number): Promise<ProcessOutStatus> {
  const goodFor = last?.status === "ok" ? maxAgeMs : RECHECK_FAILURE_MS;
  if (last && performance.now() - last.checkedAt < goodFor) return last.status;
  running ??= check().finally(() => {
    running = undefined;
  });
  return running;
}

async function check(): Promise<ProcessOutStatus> {
  const status = await probe();
  last = { status, checkedAt: performance.now() };
  return status;
}

/** Reads a customer that cannot exist: "not found" means that the credentials were accepted. */
async function probe(): Promise<ProcessOutStatus> {
  const {
    PROCESSOUT_PROJECT_ID: projectId,
    PROCESSOUT_PRIVATE_KEY: privateKey,
    PROCESSOUT_API_URL: baseUrl,
  } = env();
  const client = createProcessOut({
    projectId,
    privateKey,
    baseUrl,
    timeoutMs: PROCESSOUT_LIMIT_MS,
    maxRetries: 0,
  });
  try {
    await client.customers.find("cust_status_probe");
    return "ok";
  } catch (error) {
    if (error instanceof NotFoundError) return "ok";
    return error instanceof AuthenticationError ? "wrong-key" : "unreachable";
  }
}
