import { expect, test } from "vitest";
import { wayBack } from "./return-url";

test("a shopper comes back from the bank to where they can see how it ended", () => {
  expect(wayBack({ id: "order", subscriptionId: null, period: null })).toBe("/checkout");
  expect(wayBack({ id: "order", subscriptionId: "sub", period: 1 })).toBe("/orders/order");
  expect(wayBack({ id: "order", subscriptionId: "sub", period: 4 })).toBe("/subscriptions/sub");
});
