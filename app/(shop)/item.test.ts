import { expect, test } from "vitest";
import { checkoutPath, readItem } from "./item";

test("the address of a checkout of one item names the item, and no other address does", () => {
  const item = { sku: "landfall.250g.filter", quantity: 2 };
  expect(checkoutPath(item)).toBe("/checkout?sku=landfall.250g.filter&quantity=2");
  expect(readItem({ sku: item.sku, quantity: "2" })).toEqual(item);
  expect(readItem({})).toBeNull();
  expect(checkoutPath(null)).toBe("/checkout");
});

test("a product that is not sold and a quantity out of range are wrong", () => {
  const sku = "ditty-mug";
  for (const quantity of [undefined, "0", "-1", "25", "1.5", "NaN", "", ["1", "2"]])
    expect(readItem({ sku, quantity }), `${quantity}`).toBe("wrong");
  for (const other of ["grog", "constructor", "", [sku, sku]])
    expect(readItem({ sku: other, quantity: "1" }), `${other}`).toBe("wrong");
});
