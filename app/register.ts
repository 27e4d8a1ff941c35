import { registerDemo } from "@/lib/demo/register"; // eject: demo
import { registerAfterPayment } from "./after-payment"; // eject: payments

/**
 * Connects the features with each other in this process. Every process that runs the shop's code calls it once when it
 * starts: the web server, the worker, the seed, the browser tests. Throws EnvError for a demo with live keys.
 */
export function registerFeatures(): void {
  registerAfterPayment(); // eject: payments
  registerDemo(); // eject: demo
}
