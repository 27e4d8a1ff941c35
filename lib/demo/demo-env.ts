import { z } from "zod";
import { optional, readEnv } from "@/lib/platform/env";

const flag = z.preprocess((given) => given === "1" || given === "true", z.boolean());

/** The demo's own variables. The launchers set `DEMO` and the control address; they are not set in production. */
const schema = z.object({
  /** Registers the demo: personas, outbox, clock. */
  DEMO: flag,
  /** Lets the demo run at an address that others can reach. */
  DEMO_PUBLIC: flag,
  /** The sandbox's control API, which is told when the demo's clock is moved. */
  SANDBOX_CONTROL_URL: optional(z.url()),
});

export const demoEnv = () => readEnv(schema);
