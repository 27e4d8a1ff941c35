import { coffees } from "@/lib/shop/catalogue/coffees";
import { ButtonLink } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { ProductPicture } from "./art/product-picture";

export function EmptyCart() {
  const [first] = coffees;
  return (
    <div className="mt-8">
      <EmptyState
        art={first && <ProductPicture product={first} className="h-40" />}
        title="Nothing aboard yet"
        action={<ButtonLink href="/#coffee">See this week&rsquo;s coffees</ButtonLink>}
      >
        Start with Landfall if in doubt. It is what we drink, and we can have anything.
      </EmptyState>
    </div>
  );
}
