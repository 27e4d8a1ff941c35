import { createHash } from "node:crypto";
import { addMoney, money, multiplyMoney } from "@/lib/platform/money";
import type { Cart, CartLine } from "./cart";
import type { Currency } from "./catalogue/product";
import { findVariant } from "./catalogue/variants";

/** Prices a cart's rows. Leaves out a sku that the catalogue no longer has. */
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

/** Equal for two carts with the same skus, quantities, prices and currency. Neither secret nor trusted. */
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
