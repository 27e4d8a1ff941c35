import { webhookUrl } from "./app-env";
import type { Settings } from "./settings";

/** Where the sandbox says that its clock was moved or that it was emptied. The secret of the webhooks proves that it is the sandbox. */
export const followerUrl = (settings: Settings, person?: NodeJS.ProcessEnv) =>
  webhookUrl(settings, person).replace("/api/webhooks/processout/", "/api/demo/sandbox/");
