import type { Metadata } from "next";
import { NoCart } from "@/app/(shop)/no-cart";
import { getVisitor } from "@/app/(shop)/visitor";
import { CartLines } from "@/components/shop/cart-lines";
import { CurrencyForm } from "@/components/shop/currency-form";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { formatMoney } from "@/lib/platform/money";
import { getCart } from "@/lib/shop/manage-cart";
import { chooseCurrency, removeFromCart, setQuantity } from "./actions";

export const metadata: Metadata = { title: "Cart" };

export default async function CartPage() {
  const visitor = await getVisitor();
  const cart = await getCart(visitor);
  return (
    <div className="mx-auto max-w-6xl px-4 py-10 sm:px-6 sm:py-14">
      <h1 className="text-title">Your cart</h1>
      {cart.lines.length === 0 ? (
        <NoCart visitor={visitor} path="/cart" />
      ) : (
        <div className="mt-8 grid items-start gap-8 lg:grid-cols-[1fr_21rem]">
          <CartLines lines={cart.lines} setQuantity={setQuantity} removeFromCart={removeFromCart} />
          <Panel aria-label="Summary" className="grid gap-5 lg:sticky lg:top-24">
            <dl className="grid gap-2">
              <div className="flex justify-between gap-4 text-muted">
                <dt>Delivery</dt>
                <dd>Included</dd>
              </div>
              <div className="flex items-baseline justify-between gap-4 text-lg font-semibold">
                <dt>Total</dt>
                <dd className="text-2xl tabular-nums">{formatMoney(cart.total)}</dd>
              </div>
            </dl>
            <ButtonLink href="/checkout" className="w-full">
              Go to checkout
            </ButtonLink>
            <CurrencyForm currency={visitor.currency} chooseCurrency={chooseCurrency} />
          </Panel>
        </div>
      )}
    </div>
  );
}
