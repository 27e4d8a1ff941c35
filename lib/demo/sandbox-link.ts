import { env } from "@/lib/platform/env";
import { lookUp } from "@/lib/platform/typed-text";
import { isDemo } from "./register";
import { hasSandboxControl } from "./sandbox-control";

/** The pages of the sandbox's dashboard, by the prefix of the ids that they show. */
const PAGES: Record<string, string> = {
  cust: "customers",
  tok: "tokens",
  card: "cards",
  iv: "invoices",
  tr: "transactions",
};

/** The address of an object in the sandbox's dashboard. Null outside of the demo, and for an id that has no page there. */
export function linkToSandbox(id: string): string | null {
  const page = lookUp(PAGES, id.split("_")[0] ?? "");
  if (!page || !isDemo() || !hasSandboxControl()) return null;
  return new URL(`/_sandbox/#/${page}/${id}`, env().PROCESSOUT_JS_URL).href;
}
