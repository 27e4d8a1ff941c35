import { env } from "@/lib/platform/env";
import type { Viewer } from "./viewer";

/** What every query of the wallet begins with: the viewer's own rows, in the project the app is set to. */
export const inScope = (viewer: Viewer) => ({
  userId: viewer.userId,
  projectId: env().PROCESSOUT_PROJECT_ID,
});
