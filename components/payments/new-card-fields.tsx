import { type FieldErrors, HostedField } from "@/components/cards/card-fields";
import { CHECKOUT_CONSENT, CONSENTS } from "@/lib/payments/consent";

type Props = {
  errors: FieldErrors;
  isHidden: boolean;
  /** Null: there is nobody to save it for, or no way to. */
  save: { isChecked: boolean; onChange: (isChecked: boolean) => void } | null;
};

/** Hidden rather than taken out: a hosted field that leaves the page forgets what was typed. */
export function NewCardFields({ errors, isHidden, save }: Props) {
  return (
    <div hidden={isHidden} className="grid gap-5 pt-2 [&[hidden]]:hidden">
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
        <HostedField slot="cc-number" label="Card number" error={errors.number} className="sm:col-span-2" />
        <HostedField slot="cc-exp" label="Expiry date" error={errors.expiry} />
        <HostedField slot="cc-cvc" label="CVC" error={errors.cvc} />
      </div>
      {save && (
        <label className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
          <input
            type="checkbox"
            checked={save.isChecked}
            onChange={(event) => save.onChange(event.target.checked)}
            aria-describedby="card-consent"
            className="mt-0.5 size-5 accent-action"
          />
          <span className="font-medium">Save it for next time</span>
          <span id="card-consent" className="col-start-2 text-sm text-muted">
            {CONSENTS[CHECKOUT_CONSENT]}
          </span>
        </label>
      )}
    </div>
  );
}
