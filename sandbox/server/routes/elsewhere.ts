import { notSupported } from "../errors";
import { type Access, type Route, route } from "../route";

/** What ProcessOut has and this sandbox lacks: the answer says so in ProcessOut's words, never as a 404. */
const LACKING: [what: string, access: Access, ...paths: string[]][] = [
  ["gateway configurations", "public", "/gateway-configurations", "/gateways"],
  ["exports and reports", "private", "/exports", "/uploads"],
  ["balances", "public", "/balances"],
  ["network tokens", "private", "/network-tokens"],
  ["subscriptions", "private", "/subscriptions", "/plans", "/coupons", "/addons", "/discounts"],
  ["products", "private", "/products"],
  ["activities", "private", "/activities"],
  ["alternative payment methods", "public", "/customers/:customer/apm-tokens"],
  ["Apple Pay", "public", "/applepay"],
  ["project settings", "private", "/projects"],
  ["customer subscriptions", "private", "/customers/:customer/subscriptions"],
];

const METHODS = ["GET", "POST", "PUT", "DELETE"] as const;

export const lackingRoutes: Route[] = LACKING.flatMap(([what, access, ...paths]) =>
  paths.flatMap((path) =>
    [path, `${path}/*`].flatMap((pattern) =>
      METHODS.map((method) =>
        route({
          method,
          path: pattern,
          access,
          params: {},
          handle: () => {
            throw notSupported(what);
          },
        }),
      ),
    ),
  ),
);
