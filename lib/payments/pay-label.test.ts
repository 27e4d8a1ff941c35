import { expect, test } from "vitest";
import { money } from "@/lib/platform/money";
import { payLabel } from "./pay-label";

const amount = money(1690, "EUR");

test("a pay button names the amount, and the saved card that is charged", () => {
  expect(payLabel(amount, { brand: "visa", last4: "4242" })).toBe("Pay €16.90 with Visa ••\u00a04242");
  expect(payLabel(amount, { brand: "american-express", last4: "0005" }, "Confirm and pay")).toBe(
    "Confirm and pay €16.90 with American Express ••\u00a00005",
  );
});

test("a pay button names the amount alone for a new card, and the network alone for a card without known digits", () => {
  expect(payLabel(amount, null)).toBe("Pay €16.90");
  expect(payLabel(amount, { brand: null, last4: null })).toBe("Pay €16.90 with Card");
});
