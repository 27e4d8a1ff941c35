import { notSupported } from "../../errors";
import { type Route, route } from "../../route";

/** What an invoice can do on ProcessOut and not here; the rest of that list is in server/routes/elsewhere.ts. */
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
