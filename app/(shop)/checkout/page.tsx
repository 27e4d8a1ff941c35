import type { Metadata } from "next";
import { testCardsFrame } from "@/app/(demo)/test-cards"; // eject: demo
import { NoCart } from "@/app/(shop)/no-cart";
import { getVisitor } from "@/app/(shop)/visitor";
import { CheckoutForm } from "@/components/payments/checkout-form";
import { CurrencyNotice, GuestNotice } from "@/components/payments/checkout-notices";
import { OrderSummary } from "@/components/payments/order-summary";
import { getContact } from "@/lib/payments/contact";
import { syncPayableCards } from "@/lib/payments/payable-cards";
import { listCountries } from "@/lib/platform/countries";
import { env } from "@/lib/platform/env";
import { getCart } from "@/lib/shop/manage-cart";
import { chooseCurrency } from "../cart/actions";
import { cancelPayment, finishPayment, startPayment } from "./actions";

export const metadata: Metadata = { title: "Checkout" };

const actions = { start: startPayment, finish: finishPayment, cancel: cancelPayment };

export default async function CheckoutPage() {
  const visitor = await getVisitor();
  const cart = await getCart(visitor);
  const { viewer } = visitor;
  const wallet = viewer && (await syncPayableCards(viewer));
  const { PROCESSOUT_JS_URL: scriptUrl, PROCESSOUT_PROJECT_ID: projectId } = env();
  const boundTo = wallet?.currency && wallet.currency !== visitor.currency ? wallet.currency : null;
  return (
    <div className="mx-auto max-w-6xl px-4 py-10 sm:px-6 sm:py-14">
      <h1 className="text-title">Checkout</h1>
      {cart.lines.length === 0 ? (
        <NoCart visitor={visitor} path="/checkout" />
      ) : (
        <div className="mt-8 grid gap-6">
          {!viewer && <GuestNotice />}
          {boundTo && (
            <CurrencyNotice boundTo={boundTo} chosen={visitor.currency} chooseCurrency={chooseCurrency} />
          )}
          <CheckoutForm
            // Resets the form: which cards can pay depends on the currency.
            key={visitor.currency}
            script={{ scriptUrl, projectId }}
            actions={actions}
            testCards={testCardsFrame()} // eject: demo
            fingerprint={cart.fingerprint}
            total={cart.total}
            contact={await getContact(viewer)}
            countries={listCountries()}
            cards={wallet?.cards ?? []}
            canUseSaved={viewer !== null && !boundTo}
            summary={<OrderSummary lines={cart.lines} total={cart.total} />}
          />
        </div>
      )}
    </div>
  );
}
