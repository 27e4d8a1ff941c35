import { env } from "@/lib/platform/env";
import type { Viewer } from "./viewer";

/** The `where` of every query for a viewer's rows: their own, in the configured ProcessOut project. */
export const inScope = (viewer: Viewer) => ({
  userId: viewer.userId,
  projectId: env().PROCESSOUT_PROJECT_ID,
});
