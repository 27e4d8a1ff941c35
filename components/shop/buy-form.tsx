"use client";

import type { ReactNode } from "react";
import { FormFailure } from "@/components/auth/failure";
import { ActionForm, useFormAction } from "@/components/ui/action-form";
import { Alert } from "@/components/ui/alert";
import { AppLink } from "@/components/ui/app-link";
import { SelectField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/platform/form-state";
import { formatMoney, money } from "@/lib/platform/money";
import { MAX_QUANTITY } from "@/lib/shop/cart";
import { type Coffee, type Currency, grindNames, grinds, type Product } from "@/lib/shop/catalogue/product";
import { Choice } from "./choice";
import { QuantityField } from "./quantity-field";

export type BuyField = "slug" | "size" | "grind" | "quantity";

type Props = {
  product: Product;
  currency: Currency;
  addToCart: (previous: FormState<BuyField>, form: FormData) => Promise<FormState<BuyField>>;
  /** More submit buttons, such as *Buy now* and those of the subscription plans. */
  children?: ReactNode;
};

export function BuyForm({ product, currency, addToCart, children }: Props) {
  const [state, action] = useFormAction(addToCart);
  const errors = state.status === "invalid" ? state.errors : {};
  return (
    <ActionForm action={action} className="mt-8 grid gap-6">
      <input type="hidden" name="slug" value={product.slug} />
      {product.kind === "coffee" ? (
        <CoffeeOptions coffee={product} currency={currency} />
      ) : (
        <p className="font-display text-3xl font-semibold tabular-nums">
          {formatMoney(money(product.prices[currency], currency))}
        </p>
      )}
      <div className="grid grid-cols-[6.5rem_1fr] items-end gap-3">
        <QuantityField error={errors.quantity} max={MAX_QUANTITY} />
        <SubmitButton formAction={action} pendingLabel="Adding…" className="w-full">
          Add to cart
        </SubmitButton>
      </div>
      {errors.quantity && <p className="-mt-3 text-sm font-medium text-danger">{errors.quantity}</p>}
      <FormFailure state={state} />
      {state.status === "done" && (
        <Alert tone="good">
          {state.message}{" "}
          <AppLink href="/cart" className="font-semibold underline underline-offset-4">
            See your cart
          </AppLink>
        </Alert>
      )}
      {children}
      <p className="text-sm text-muted">Delivery included. Taxes, too. The price is the price.</p>
    </ActionForm>
  );
}

function CoffeeOptions({ coffee, currency }: { coffee: Coffee; currency: Currency }) {
  return (
    <>
      <fieldset className="grid gap-2">
        <legend className="mb-2 text-sm font-medium">Size</legend>
        <div className="grid grid-cols-2 gap-3">
          {coffee.sizes.map((size, index) => (
            <Choice key={size.id} name="size" value={size.id} defaultChecked={index === 0}>
              <span className="font-semibold">{size.name}</span>
              <span className="tabular-nums">{formatMoney(money(size.prices[currency], currency))}</span>
            </Choice>
          ))}
        </div>
      </fieldset>
      <SelectField label="Ground for" name="grind" defaultValue="whole-bean">
        {grinds.map((grind) => (
          <option key={grind} value={grind}>
            {grindNames[grind]}
          </option>
        ))}
      </SelectField>
    </>
  );
}
