import { afterEach, expect, test } from "vitest";
import { registerPaidOrderHandlers, requirePaidOrderHandler } from "./record-paid-order";

afterEach(() => registerPaidOrderHandlers({}));

test("an order of a series cannot be charged in a process that registered no handler for it", () => {
  registerPaidOrderHandlers({});
  expect(() => requirePaidOrderHandler("recurring")).toThrow("No handler for paid recurring orders");
  expect(() => requirePaidOrderHandler("one_off")).not.toThrow();
});

test("the handler of an intent is the one that was registered for it", () => {
  const handler = async () => true;
  registerPaidOrderHandlers({ installment: handler });
  expect(requirePaidOrderHandler("installment")).toBe(handler);
});
