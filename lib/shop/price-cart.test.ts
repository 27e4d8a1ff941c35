import { expect, test } from "vitest";
import { fingerprintOf, priceCart } from "./price-cart";

const rows = [
  { sku: "landfall.250g.filter", quantity: 2 },
  { sku: "ditty-mug", quantity: 1 },
];

test("a cart costs what the catalogue says, in the visitor's currency", () => {
  expect(priceCart(rows, "EUR").total).toEqual({ minor: 2 * 1250 + 1900, currency: "EUR" });
  expect(priceCart(rows, "JPY").total).toEqual({ minor: 2 * 2100 + 3000, currency: "JPY" });
});

test("what is not sold, or never was, is not in it", () => {
  const made = ["landfall.250g.turkish", "landfall.5kg.filter", "landfall", "__proto__", ""];
  expect(
    priceCart(
      made.map((sku) => ({ sku, quantity: 1 })),
      "EUR",
    ).lines,
  ).toEqual([]);
});

test("an empty cart costs nothing", () => {
  expect(priceCart([], "GBP")).toMatchObject({ count: 0, total: { minor: 0, currency: "GBP" } });
});

test("the fingerprint tells apart what is not the same to pay, and nothing else", () => {
  const line = { sku: "ditty-mug", quantity: 1, unitPrice: 1900 };
  const other = { sku: "keel-dripper", quantity: 1, unitPrice: 4600 };
  const known = fingerprintOf([line, other], "EUR");
  expect(fingerprintOf([other, line], "EUR")).toBe(known);
  expect(fingerprintOf([line, other], "USD")).not.toBe(known);
  expect(fingerprintOf([{ ...line, quantity: 2 }, other], "EUR")).not.toBe(known);
  expect(fingerprintOf([{ ...line, unitPrice: 1 }, other], "EUR")).not.toBe(known);
});
