import { env } from "@/lib/env";
import { createProcessOut, type ProcessOut } from "@/lib/processout";

let client: ProcessOut | undefined;

/** The merchant's own ProcessOut client, made from the environment once a process. */
export function processout(): ProcessOut {
  client ??= createProcessOut({
    projectId: env().PROCESSOUT_PROJECT_ID,
    privateKey: env().PROCESSOUT_PRIVATE_KEY,
    baseUrl: env().PROCESSOUT_API_URL,
  });
  return client;
}
