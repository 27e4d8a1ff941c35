import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { testCardsFrame } from "@/app/(demo)/test-cards"; // eject: demo
import { cancelPayment, finishPayment } from "@/app/(shop)/checkout/actions";
import { getVisitor } from "@/app/(shop)/visitor";
import { CheckoutForm } from "@/components/payments/checkout-form";
import { OfferSummary } from "@/components/subscriptions/offer-summary";
import { requireUser } from "@/lib/auth/session";
import { consentFor } from "@/lib/payments/consent";
import { getContact } from "@/lib/payments/contact";
import { syncPayableCards } from "@/lib/payments/payable-cards";
import { now } from "@/lib/platform/clock";
import { listCountries } from "@/lib/platform/countries";
import { env } from "@/lib/platform/env";
import { money } from "@/lib/platform/money";
import { plans } from "@/lib/subscriptions/plans";
import { amountOf } from "@/lib/subscriptions/schedule";
import { offerFingerprint, priceOf } from "@/lib/subscriptions/start-subscription";
import { startSubscription } from "./actions";
import { cleanAddress, readOffer, type SearchParams } from "./offer";

export const metadata: Metadata = { title: "Subscribe" };

export default async function NewSubscriptionPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams;
  const address = cleanAddress(params);
  if (address) redirect(address);
  const viewer = await requireUser();
  const { currency: chosen } = await getVisitor();
  const wallet = await syncPayableCards(viewer);
  // ProcessOut fixes a Customer's currency with the first payment, and only a Customer's card can be charged again.
  const offer = readOffer(params, wallet.currency ?? chosen);
  if (!offer) notFound();
  const { variant, price } = priceOf(offer);
  const plan = plans[offer.planId];
  const whole = money(price, offer.currency);
  const first = amountOf({ price: whole, count: plan.count }, 1);
  const fingerprint = await offerFingerprint(viewer, offer);
  const { PROCESSOUT_JS_URL: scriptUrl, PROCESSOUT_PROJECT_ID: projectId } = env();
  const actions = {
    start: startSubscription.bind(null, offer),
    finish: finishPayment,
    cancel: cancelPayment,
  };
  return (
    <div className="grid gap-8">
      <h1 className="text-title">{plan.count === null ? "Subscribe" : "Pay in parts"}</h1>
      <CheckoutForm
        key={fingerprint}
        script={{ scriptUrl, projectId }}
        actions={actions}
        testCards={testCardsFrame()} // eject: demo
        fingerprint={fingerprint}
        total={first}
        contact={await getContact(viewer)}
        countries={listCountries()}
        cards={wallet.cards}
        expired={wallet.expired}
        canUseSaved
        agreement={consentFor(plan)}
        summary={
          <OfferSummary
            variant={variant}
            planId={offer.planId}
            quantity={offer.quantity}
            price={whole}
            now={await now()}
          />
        }
      />
    </div>
  );
}
