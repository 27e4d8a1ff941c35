import { expect, test } from "vitest";
import { currencies, lowestPrice } from "./product";
import { coffeeSku, findProduct, findVariant, products } from "./variants";

test("everything has a price in every currency, in whole minor units", () => {
  for (const product of products) {
    for (const currency of currencies) {
      expect(Number.isInteger(lowestPrice(product, currency)), `${product.slug} in ${currency}`).toBe(true);
      expect(lowestPrice(product, currency)).toBeGreaterThan(0);
    }
  }
});

test("addresses are unique and say what they are", () => {
  const slugs = products.map(({ slug }) => slug);
  expect(new Set(slugs).size).toBe(slugs.length);
  for (const slug of slugs) expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test("a sku names product, size and grind, or nothing", () => {
  expect(findVariant(coffeeSku("fogbank", "1kg", "cafetiere"))).toMatchObject({
    product: { name: "Fogbank" },
    detail: "1 kg, cafetière",
    prices: { EUR: 4950 },
  });
  expect(findVariant("fogbank")).toBeUndefined();
  expect(findVariant("constructor")).toBeUndefined();
  expect(findProduct("grog")).toBeUndefined();
});
