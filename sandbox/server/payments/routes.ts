import type { Route } from "../route";
import { invoiceRoutes } from "./invoice-routes";
import { paymentActionRoutes } from "./payment-action-routes";
import { transactionRoutes } from "./transaction-routes";
import { unsupportedRoutes } from "./unsupported-routes";

/** Everything under /invoices, /transactions and what else moves money. */
export const paymentRoutes: Route[] = [
  ...invoiceRoutes,
  ...paymentActionRoutes,
  ...transactionRoutes,
  ...unsupportedRoutes,
];
