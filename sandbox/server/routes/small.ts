import { anything } from "../params";
import { type Route, route } from "../route";

const VERSIONS = ["1.0.0.0", "1.1.0.0", "1.2.0.0", "1.3.0.0", "1.3.0.1"];

/** Calls without a resource behind them. */
export const smallRoutes: Route[] = [
  route({
    method: "GET",
    path: "/",
    access: "anyone",
    params: {},
    handle: () => ({ body: { current: "1.3.0.1", latest: "1.3.0.1", versions: VERSIONS } }),
  }),
  route({
    method: "POST",
    path: "/telemetry",
    access: "public",
    params: { metadata: anything, events: anything },
    handle: () => ({ body: {} }),
  }),
  route({
    // Plans are set up in ProcessOut's dashboard; the sandbox has none.
    method: "GET",
    path: "/installment-plans/active",
    access: "public",
    params: {},
    handle: () => ({ body: { installment_plans: [] } }),
  }),
];
