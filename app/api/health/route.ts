import { isDatabaseServing } from "@/lib/platform/database-status";
import { getProcessOutStatus } from "@/lib/platform/processout-status";

const HALF_A_MINUTE_MS = 30_000;

/** 200 when this process can serve, 503 when the database cannot. ProcessOut is reported; it decides nothing. */
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
