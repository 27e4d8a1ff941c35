"use client";

import { FormFailure } from "@/components/auth/failure";
import { ActionForm, useFormAction } from "@/components/ui/action-form";

import { Alert } from "@/components/ui/alert";
import { AppLink } from "@/components/ui/app-link";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/platform/form-state";

type CurrencyNoticeProps = {
  /** ISO 4217: the currency of the saved cards, and the currency of the cart. */
  boundTo: string;
  chosen: string;
  chooseCurrency: (previous: FormState<"currency">, form: FormData) => Promise<FormState<"currency">>;
};

export function CurrencyNotice({ boundTo, chosen, chooseCurrency }: CurrencyNoticeProps) {
  const [state, action] = useFormAction(chooseCurrency);
  return (
    <Alert tone="info" title={`Your saved cards pay in ${boundTo}`}>
      <p>
        Your first payment here was in {boundTo}, and our payment partner keeps an account in the currency it
        began with. Pay in {boundTo}, or pay in {chosen} with a new card that is not saved.
      </p>
      <ActionForm action={action} className="mt-3 grid justify-items-start gap-3">
        <input type="hidden" name="currency" value={boundTo} />
        <SubmitButton variant="secondary" size="sm" pendingLabel="Changing…">
          Change to {boundTo}
        </SubmitButton>
        <FormFailure state={state} />
      </ActionForm>
    </Alert>
  );
}

export const GuestNotice = () => (
  <p className="text-muted">
    You are ordering as a guest: nothing is kept but the order.{" "}
    <AppLink
      href="/sign-in?callbackUrl=/checkout"
      className="font-semibold text-ink underline underline-offset-4"
    >
      Sign in
    </AppLink>{" "}
    to pay with a saved card.
  </p>
);
