import { AuthenticationError, createProcessOut, NotFoundError } from "@/lib/processout";
import { env } from "./env";

/** `wrong-key`: ProcessOut answers, but not to these credentials. `unreachable`: no answer, or none of use. */
export type ProcessOutStatus = "ok" | "wrong-key" | "unreachable";

const TIME_LIMIT_MS = 1_500;
const RECHECK_FAILURE_MS = 10_000;

let last: { status: ProcessOutStatus; checkedAt: number } | undefined;
let running: Promise<ProcessOutStatus> | undefined;

/**
 * Whether ProcessOut accepts this app's credentials, from a reading at most `maxAgeMs` old (ten seconds when
 * the last was bad news). Takes a second and a half at worst, never throws, and decides nothing: it is for the
 * developer's banner and the health report.
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

/** Asks for a customer that cannot exist: "not found" is the answer of an API that knows us. */
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
    timeoutMs: TIME_LIMIT_MS,
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
