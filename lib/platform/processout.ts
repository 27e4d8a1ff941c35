import { createProcessOut, type ProcessOut, type ProcessOutOptions } from "@/lib/processout";
import { env } from "./env";

let client: ProcessOut | undefined;
let onceClient: ProcessOut | undefined; // eject: payments

/** The ProcessOut client of this app, configured from the environment. One per process. */
export function processout(): ProcessOut {
  client ??= create();
  return client;
}

// eject:start payments
/** The same client without retries: after an unknown outcome of a charge, the caller reads before it charges again. */
export function processoutOnce(): ProcessOut {
  onceClient ??= create({ maxRetries: 0 });
  return onceClient;
}
// eject:end payments

const create = (options: Partial<ProcessOutOptions> = {}) =>
  createProcessOut({
    projectId: env().PROCESSOUT_PROJECT_ID,
    privateKey: env().PROCESSOUT_PRIVATE_KEY,
    baseUrl: env().PROCESSOUT_API_URL,
    ...options,
  });
