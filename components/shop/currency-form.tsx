"use client";

import { FormFailure } from "@/components/auth/failure";
import { ActionForm, useFormAction } from "@/components/ui/action-form";

import { SelectField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/platform/form-state";
import { type Currency, currencies } from "@/lib/shop/catalogue/product";

const NAMES: Record<Currency, string> = { EUR: "Euro", GBP: "Pound sterling", USD: "US dollar", JPY: "Yen" };

type Props = {
  currency: Currency;
  chooseCurrency: (previous: FormState<"currency">, form: FormData) => Promise<FormState<"currency">>;
};

/** Has a button, so that it works before any script has loaded. */
export function CurrencyForm({ currency, chooseCurrency }: Props) {
  const [state, action] = useFormAction(chooseCurrency);
  return (
    <ActionForm
      action={action}
      className="grid grid-cols-[1fr_auto] items-end gap-2 border-t border-line pt-5"
    >
      <SelectField label="Prices in" name="currency" defaultValue={currency}>
        {currencies.map((code) => (
          <option key={code} value={code}>
            {NAMES[code]} ({code})
          </option>
        ))}
      </SelectField>
      <SubmitButton variant="secondary" pendingLabel="Changing…">
        Change
      </SubmitButton>
      <div className="col-span-2 empty:hidden">
        <FormFailure state={state} />
      </div>
    </ActionForm>
  );
}
