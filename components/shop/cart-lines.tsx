import type { CartLine as Line } from "@/lib/shop/cart";
import { type ActionProps, CartLine } from "./cart-line";

export function CartLines({ lines, ...actions }: { lines: Line[] } & ActionProps) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {lines.map((line) => (
        <CartLine key={line.sku} line={line} {...actions} />
      ))}
    </ul>
  );
}
