import { getDemoOffset } from "@/lib/demo/demo-clock";
import { env } from "./env";

/**
 * The only source of business time: what is due, expired, abandoned or overdue is decided by `now()`.
 * Sessions and sign-in links stay on real time. Lint forbids `Date.now()` and `new Date()` elsewhere in
 * `lib` and `app`, and rules take the time as an argument. Only the demo's clock can be moved.
 */
export async function now(): Promise<Date> {
  return env().DEMO ? new Date(Date.now() + (await getDemoOffset())) : new Date();
}
