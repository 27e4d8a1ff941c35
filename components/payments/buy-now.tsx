"use client";

import { FormFailure } from "@/components/auth/failure";
import type { BuyField } from "@/components/shop/buy-form";
import { useFormAction } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Card } from "@/lib/cards/card";
import { shortCardName } from "@/lib/payments/pay-label";
import type { FormState } from "@/lib/platform/form-state";

type Props = {
  /** The card that the checkout chooses at first. */
  card: Card;
  buyNow: (previous: FormState<BuyField>, form: FormData) => Promise<FormState<BuyField>>;
};

/** A submit button inside the product's form. It leads to a checkout of what is chosen there, apart from the cart. */
export function BuyNow({ card, buyNow }: Props) {
  const [state, action] = useFormAction(buyNow);
  return (
    <div className="grid gap-3">
      <SubmitButton
        formAction={action}
        variant="secondary"
        pendingLabel="Opening the checkout…"
        className="w-full py-2"
      >{`Buy now with ${shortCardName(card)}`}</SubmitButton>
      {state.status === "invalid" && (
        <p className="text-sm font-medium text-danger">{state.errors.quantity}</p>
      )}
      <FormFailure state={state} />
    </div>
  );
}
