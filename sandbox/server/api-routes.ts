import { paymentRoutes } from "./payments/routes/all";
import type { Route } from "./route";
import { cardRoutes } from "./routes/cards";
import { customerRoutes } from "./routes/customers";
import { lackingRoutes } from "./routes/elsewhere";
import { eventRoutes } from "./routes/events";
import { projectRoutes } from "./routes/projects";
import { smallRoutes } from "./routes/small";
import { tokenRoutes } from "./routes/tokens";

/** Every API route there is. */
export const apiRoutes: Route[] = [
  // First, so that what is there takes the place of what is not.
  ...lackingRoutes,
  ...customerRoutes,
  ...tokenRoutes,
  ...cardRoutes,
  ...paymentRoutes,
  ...eventRoutes,
  ...projectRoutes,
  ...smallRoutes,
];
