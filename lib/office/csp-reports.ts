import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { db } from "@/lib/platform/db";
import type { OfficeCspReport } from "./overview-screens";

/** What the content security policy has blocked in browsers, the latest first. */
export const listCspReports = (_: StaffViewer): Promise<OfficeCspReport[]> =>
  db().cspReport.findMany({ orderBy: { lastAt: "desc" }, take: 20 });
