import { paymentRoutes } from "./payments/routes/all";
import type { Route } from "./route";
import { cardRoutes } from "./routes/cards";
import { customerRoutes } from "./routes/customers";
import { eventRoutes } from "./routes/events";
import { unsupportedApiRoutes } from "./routes/not-supported";
import { projectRoutes } from "./routes/projects";
import { smallRoutes } from "./routes/small";
import { tokenRoutes } from "./routes/tokens";

/** Every API route. */
export const apiRoutes: Route[] = [
  // First: a later route of the same path replaces it.
  ...unsupportedApiRoutes,
  ...customerRoutes,
  ...tokenRoutes,
  ...cardRoutes,
  ...paymentRoutes,
  ...eventRoutes,
  ...projectRoutes,
  ...smallRoutes,
];
