import { notSupported } from "../../errors";
import { type Route, route } from "../../route";

/** Calls on invoices that the sandbox does not support; the others are in server/routes/not-supported.ts. */
const UNSUPPORTED: [Route["method"], string, string][] = [
  ["POST", "/invoices/:invoice/payout", "payouts"],
  ["POST", "/invoices/:invoice/authenticate", "authentication without a payment"],
  ["POST", "/invoices/:invoice/native-payment", "alternative payment methods"],
  ["GET", "/invoices/:invoice/native-payment/:gateway", "alternative payment methods"],
  ["POST", "/invoices/:invoice/apm-payment", "alternative payment methods"],
  ["GET", "/invoices/:invoice/apm-payment", "alternative payment methods"],
];

export const unsupportedRoutes: Route[] = UNSUPPORTED.map(([method, path, what]) =>
  route({
    method,
    path,
    access: "public",
    params: {},
    refusesAll: true,
    handle: () => {
      throw notSupported(what);
    },
  }),
);
