import { db } from "@/lib/db";
import { env } from "@/lib/env";
import type { OfficeEvent, Page } from "@/lib/office";
import { pageOf, toPage } from "./page";
import type { StaffViewer } from "./staff";

const inProject = () => ({ projectId: env().PROCESSOUT_PROJECT_ID });

/** The ledger of webhook deliveries, the latest first. */
export async function listEvents(
  _: StaffViewer,
  { state, typed, page }: { state?: OfficeEvent["state"] | undefined; typed: string; page: number },
): Promise<Page<OfficeEvent>> {
  const text = typed.trim();
  const rows = await db().webhookEvent.findMany({
    where: {
      ...inProject(),
      state,
      ...(text && { OR: [{ id: text }, { name: { contains: text } }, { note: { contains: text } }] }),
    },
    orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
    ...pageOf(page),
  });
  return toPage(rows, page);
}

/** How many wait, and for how long the oldest has. */
export async function countWaiting(_: StaffViewer): Promise<number> {
  return db().webhookEvent.count({ where: { ...inProject(), state: { in: ["received", "parked"] } } });
}
