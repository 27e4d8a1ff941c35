import type { Route } from "../../route";
import { paymentActionRoutes } from "./actions";
import { invoiceRoutes } from "./invoices";
import { transactionRoutes } from "./transactions";
import { unsupportedRoutes } from "./unsupported";

/**
 * Invoices, transactions and refunds. `rules/` decides what may happen to a transaction and is pure; the files beside
 * it apply and store its results and fire the events; `pay.ts` leads from a request to them.
 */
export const paymentRoutes: Route[] = [
  ...invoiceRoutes,
  ...paymentActionRoutes,
  ...transactionRoutes,
  ...unsupportedRoutes,
];
