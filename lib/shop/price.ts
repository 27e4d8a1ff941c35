import { createHash } from "node:crypto";
import { addMoney, money, multiplyMoney } from "@/lib/platform/money";
import type { Currency } from "@/lib/shop/catalogue/product";
import { findVariant } from "@/lib/shop/catalogue/variants";
import type { Cart, CartLine } from "./cart";

/** Prices a cart's rows. A sku the shop no longer sells is left out: nobody can buy it. */
export function priceCart(rows: { sku: string; quantity: number }[], currency: Currency): Cart {
  const lines = rows.flatMap((row) => priceLine(row, currency));
  const total = lines.map((line) => line.total).reduce(addMoney, money(0, currency));
  return {
    lines,
    count: lines.reduce((sum, line) => sum + line.quantity, 0),
    total,
    fingerprint: fingerprintOf(
      lines.map((line) => ({ ...line, unitPrice: line.unitPrice.minor })),
      currency,
    ),
  };
}

function priceLine({ sku, quantity }: { sku: string; quantity: number }, currency: Currency): CartLine[] {
  const variant = findVariant(sku);
  if (!variant) return [];
  const unitPrice = money(variant.prices[currency], currency);
  const { slug, name } = variant.product;
  return [
    {
      sku,
      slug,
      name,
      detail: variant.detail,
      quantity,
      unitPrice,
      total: multiplyMoney(unitPrice, quantity),
    },
  ];
}

/** Not a secret and not trusted: two carts with the same one cost the same and hold the same. */
export function fingerprintOf(
  lines: { sku: string; quantity: number; unitPrice: number }[],
  currency: string,
): string {
  const facts = lines.map((line) => `${line.sku}*${line.quantity}@${line.unitPrice}`).sort();
  return createHash("sha256")
    .update([currency, ...facts].join("\n"))
    .digest("base64url")
    .slice(0, 22);
}
