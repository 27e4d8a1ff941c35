import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { testCardsFrame } from "@/app/(demo)/test-cards"; // eject: demo
import { NoCart } from "@/app/(shop)/no-cart";
import { getVisitor } from "@/app/(shop)/visitor";
import { CheckoutForm } from "@/components/payments/checkout-form";
import { CurrencyNotice, GuestNotice } from "@/components/payments/checkout-notices";
import { OrderSummary } from "@/components/payments/order-summary";
import { NoItem } from "@/components/shop/no-item";
import { requireUser } from "@/lib/auth/session";
import { getContact } from "@/lib/payments/contact";
import { syncPayableCards } from "@/lib/payments/payable-cards";
import { listCountries } from "@/lib/platform/countries";
import { env } from "@/lib/platform/env";
import { withItemCart } from "@/lib/shop/buy-now";
import { getCart } from "@/lib/shop/manage-cart";
import { chooseCurrency } from "../cart/actions";
import { checkoutPath, readItem, type SearchParams } from "../item";
import { cancelPayment, finishPayment, startItemPayment, startPayment } from "./actions";

export const metadata: Metadata = { title: "Checkout" };

type Props = { searchParams: Promise<SearchParams> };

/** The checkout of the visitor's cart, or of the one item of *Buy now*. */
export default async function CheckoutPage({ searchParams }: Props) {
  const item = readItem(await searchParams);
  if (item === "wrong") notFound();
  const browser = await getVisitor();
  const visitor = item ? withItemCart(browser, await requireUser(), item) : browser;
  const cart = await getCart(visitor);
  const { viewer } = visitor;
  const wallet = viewer && (await syncPayableCards(viewer));
  const { PROCESSOUT_JS_URL: scriptUrl, PROCESSOUT_PROJECT_ID: projectId } = env();
  const boundTo = wallet?.currency && wallet.currency !== visitor.currency ? wallet.currency : null;
  const actions = {
    start: item ? startItemPayment.bind(null, item) : startPayment,
    finish: finishPayment,
    cancel: cancelPayment,
  };
  return (
    <div className="mx-auto max-w-6xl px-4 py-10 sm:px-6 sm:py-14">
      <h1 className="text-title">Checkout</h1>
      {cart.lines.length === 0 && item && <NoItem sku={item.sku} />}
      {cart.lines.length === 0 && !item && <NoCart visitor={visitor} path="/checkout" />}
      {cart.lines.length > 0 && (
        <div className="mt-8 grid gap-6">
          {!viewer && <GuestNotice />}
          {boundTo && (
            <CurrencyNotice boundTo={boundTo} chosen={visitor.currency} chooseCurrency={chooseCurrency} />
          )}
          <CheckoutForm
            // Resets the form: which cards can pay depends on the currency.
            key={`${visitor.currency} ${checkoutPath(item)}`}
            script={{ scriptUrl, projectId }}
            actions={actions}
            testCards={testCardsFrame()} // eject: demo
            fingerprint={cart.fingerprint}
            total={cart.total}
            contact={await getContact(viewer)}
            countries={listCountries()}
            cards={wallet?.cards ?? []}
            expired={wallet?.expired ?? null}
            canUseSaved={viewer !== null && !boundTo}
            summary={<OrderSummary lines={cart.lines} total={cart.total} isOneItem={item !== null} />}
          />
        </div>
      )}
    </div>
  );
}
