import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { findVariant } from "@/lib/shop/catalogue/variants";

/** Instead of the checkout of one item that is not about to be bought: it is paid, or the address was not reached by a press. */
export function NoItem({ sku }: { sku: string }) {
  const product = findVariant(sku)?.product;
  if (!product) return null;
  return (
    <div className="mt-8">
      <EmptyState
        title="Nothing to pay here"
        action={<ButtonLink href={`/products/${product.slug}`}>{`See ${product.name}`}</ButtonLink>}
      >
        <p>
          If you have ordered {product.name}, you find it under Orders. To buy it again, start from its page.
        </p>
      </EmptyState>
    </div>
  );
}
