import { expect, test } from "vitest";
import { isUsedRoute } from "./next-auth-routes";

const isUsed = (route: string) => {
  const [method = "", path = ""] = route.split(" ");
  return isUsedRoute(method, path.split("/"));
};

test.each([
  ...[
    "POST signin/email",
    "POST signin/github",
    "POST signout",
    "GET callback/google",
    "POST callback/email",
  ],
  ...["GET signin", "GET error", "GET verify-request"],
])("%s is a route that sign-in uses", (route) => expect(isUsed(route)).toBe(true));

test.each([
  ...[
    "POST _log",
    "GET session",
    "POST session",
    "GET csrf",
    "GET providers",
    "GET signout",
    "GET callback/email",
  ],
  ...["GET callback/persona", "GET signin/email", "POST signin/email/x", "POST signin/", "POST constructor"],
])("%s is not found", (route) => expect(isUsed(route)).toBe(false));
