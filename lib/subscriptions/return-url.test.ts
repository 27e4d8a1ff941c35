import { expect, test } from "vitest";
import { returnPath } from "./return-url";

test("a shopper returns from the bank to the page that shows the outcome of the period", () => {
  expect(returnPath({ id: "order", subscriptionId: "sub", period: 1 })).toBe("/orders/order");
  expect(returnPath({ id: "order", subscriptionId: "sub", period: 4 })).toBe("/subscriptions/sub");
});
