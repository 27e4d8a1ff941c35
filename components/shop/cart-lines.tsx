"use client";

import { FormFailure } from "@/components/auth/failure";
import { ActionForm, useFormAction } from "@/components/ui/action-form";

import { AppLink } from "@/components/ui/app-link";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/platform/form-state";
import { formatMoney } from "@/lib/platform/money";
import { type CartLine as Line, MAX_QUANTITY } from "@/lib/shop/cart";
import { findProduct } from "@/lib/shop/catalogue/variants";
import { ProductPicture } from "./art/product-picture";
import { QuantityField } from "./quantity-field";

type Action<Field extends string> = (previous: FormState<Field>, form: FormData) => Promise<FormState<Field>>;

type ActionProps = {
  setQuantity: Action<"sku" | "quantity">;
  removeFromCart: Action<"sku">;
};

export function CartLines({ lines, ...actions }: { lines: Line[] } & ActionProps) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {lines.map((line) => (
        <CartLine key={line.sku} line={line} {...actions} />
      ))}
    </ul>
  );
}

function CartLine({ line, setQuantity, removeFromCart }: { line: Line } & ActionProps) {
  const [state, change] = useFormAction(setQuantity);
  const [removal, remove] = useFormAction(removeFromCart);
  const product = findProduct(line.slug);
  const wrong = state.status === "invalid" ? state.errors.quantity : undefined;
  return (
    <li className="grid grid-cols-[5rem_1fr_auto] gap-x-4 gap-y-3 py-5 sm:grid-cols-[6.5rem_1fr_auto] sm:gap-x-6">
      <div className="plinth row-span-2 grid aspect-square place-items-center self-start rounded-control p-2">
        {product && <ProductPicture product={product} className="max-h-full w-full" />}
      </div>
      <div>
        <h2 className="text-lg">
          <AppLink href={`/products/${line.slug}`} className="hover:underline">
            {line.name}
          </AppLink>
        </h2>
        <p className="text-sm text-muted">
          {line.detail && <span>{line.detail} · </span>}
          <span>{formatMoney(line.unitPrice)} each</span>
        </p>
      </div>
      <p className="font-semibold tabular-nums">{formatMoney(line.total)}</p>
      <div className="col-span-2 flex flex-wrap items-center gap-2">
        <ActionForm action={change} className="flex items-center gap-2">
          <input type="hidden" name="sku" value={line.sku} />
          <div className="w-17">
            <QuantityField
              label={`How many ${line.name}`}
              isLabelHidden
              defaultValue={line.quantity}
              max={MAX_QUANTITY}
              error={wrong}
            />
          </div>
          <SubmitButton variant="secondary" size="sm" pendingLabel="Updating…">
            Update
          </SubmitButton>
        </ActionForm>
        <ActionForm action={remove}>
          <input type="hidden" name="sku" value={line.sku} />
          <SubmitButton variant="quiet" size="sm" pendingLabel="Removing…" aria-label={`Remove ${line.name}`}>
            Remove
          </SubmitButton>
        </ActionForm>
        {wrong && <p className="w-full text-sm font-medium text-danger">{wrong}</p>}
        <FormFailure state={state} />
        <FormFailure state={removal} />
      </div>
    </li>
  );
}
