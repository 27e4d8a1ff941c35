import { notSupported } from "../errors";
import { type Access, type Route, route } from "../route";

/** Products of ProcessOut that the sandbox does not support: answered with 400 sandbox.not-supported, never with 404. */
const PRODUCTS: [what: string, access: Access, ...paths: string[]][] = [
  ["changing gateway configurations", "public", "/gateway-configurations", "/gateways"],
  ["exports and reports", "private", "/exports", "/uploads"],
  ["balances", "public", "/balances"],
  ["network tokens", "private", "/network-tokens"],
  ["subscriptions", "private", "/subscriptions", "/plans", "/coupons", "/addons", "/discounts"],
  ["products", "private", "/products"],
  ["activities", "private", "/activities"],
  ["alternative payment methods", "public", "/customers/:customer/apm-tokens", "/apm-payments"],
  ["Apple Pay", "public", "/applepay"],
  ["project settings", "private", "/projects", "/private-keys"],
  ["payouts", "private", "/payouts"],
  ["the list of error codes", "private", "/error-codes"],
  ["customer subscriptions", "private", "/customers/:customer/subscriptions"],
  [
    "authorization requests",
    "private",
    "/authorization-requests",
    "/customers/:customer/authorization-requests",
  ],
];

const METHODS = ["GET", "POST", "PUT", "DELETE"] as const;

export const unsupportedApiRoutes: Route[] = PRODUCTS.flatMap(([what, access, ...paths]) =>
  paths.flatMap((path) =>
    [path, `${path}/*`].flatMap((pattern) =>
      METHODS.map((method) =>
        route({
          method,
          path: pattern,
          access,
          params: {},
          refusesAll: true,
          handle: () => {
            throw notSupported(what);
          },
        }),
      ),
    ),
  ),
);
