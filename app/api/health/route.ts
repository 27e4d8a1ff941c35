import { getProcessOutStatus, isDatabaseServing } from "@/lib/platform/health";

const HALF_A_MINUTE_MS = 30_000;

/** 200 when the database answers, else 503. ProcessOut's status is reported and does not change the response's. */
export async function GET() {
  const [isServing, processout] = await Promise.all([
    isDatabaseServing(),
    getProcessOutStatus(HALF_A_MINUTE_MS),
  ]);
  const report = {
    status: isServing ? "ok" : "unavailable",
    database: isServing ? "ok" : "unreachable",
    processout,
  };
  return Response.json(report, { status: isServing ? 200 : 503, headers: { "Cache-Control": "no-store" } });
}
