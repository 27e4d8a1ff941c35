import { sessionCookieName } from "@/lib/auth/cookies";
import { env } from "@/lib/platform/env";
import { giveCard } from "../../tests/support/cards";
import { expect, test } from "../../tests/support/fixtures";
import { payOrder } from "../../tests/support/orders"; // eject: payments
import { fill, listRoutes } from "../../tests/support/raw-requests";
import { giveSubscription } from "../../tests/support/subscriptions"; // eject: subscriptions
import { createUser, signIn } from "../../tests/support/users";

// Actions and mobile routes: app/access.postgres.test.ts.
test("every page and route with an id answers a stranger's as a missing one @wild", async ({
  user,
  sandbox,
}) => {
  const { id: cardId } = await giveCard(user, sandbox);
  const ids = [cardId];
  // eject:start payments
  const { orderRef, paymentId } = await payOrder(user, sandbox);
  ids.push(orderRef, paymentId);
  // eject:end payments
  ids.push((await giveSubscription(user, sandbox)).id); // eject: subscriptions
  const routes = listRoutes().filter((route) => fill(route, "x") !== route && !route.includes("..."));
  expect(routes.length).toBeGreaterThan(1);

  const stranger = await createUser();
  const cookies = [null, `${sessionCookieName()}=${await signIn(stranger)}`];
  for (const cookie of cookies) {
    const ask = async (path: string) => {
      const headers = cookie ? { cookie } : undefined;
      const response = await fetch(env().NEXTAUTH_URL + path, {
        redirect: "manual",
        ...(headers && { headers }),
      });
      const text = await response.text();
      expect(text, path).not.toContain(user.email);
      return `${response.status} ${(response.headers.get("location") ?? "").replaceAll(/c[a-z0-9]{24}/g, "ID")}`;
    };
    for (const route of routes) {
      const missing = await ask(fill(route, `c${"0".repeat(24)}`));
      for (const id of ids) expect(await ask(fill(route, id)), `${route} ${cookie}`).toBe(missing);
    }
  }
});
