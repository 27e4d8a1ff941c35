import type { Route } from "../../route";
import { paymentActionRoutes } from "./actions";
import { invoiceRoutes } from "./invoices";
import { transactionRoutes } from "./transactions";
import { unsupportedRoutes } from "./unsupported";

/**
 * Everything that moves money. `rules/` says what may happen to a transaction and is pure; `…-now` and `…-later`
 * do it, store it and tell of it; `pay.ts` is the way from a request to them, and `wire/` the way back out.
 */
export const paymentRoutes: Route[] = [
  ...invoiceRoutes,
  ...paymentActionRoutes,
  ...transactionRoutes,
  ...unsupportedRoutes,
];
