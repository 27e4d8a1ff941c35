import { ShoppingBag } from "lucide-react";
import { AppLink } from "../ui/app-link";

/** The link to the cart, with the number of items in it. */
export async function CartLink({ count }: { count: Promise<number> }) {
  const items = await count;
  return (
    <AppLink
      href="/cart"
      aria-label={items === 0 ? "Cart, empty" : `Cart, ${items} ${items === 1 ? "item" : "items"}`}
      className="relative grid size-10 place-items-center rounded-control hover:bg-sunken"
    >
      <ShoppingBag aria-hidden className="size-5.5" />
      {items > 0 && (
        <span
          aria-hidden="true"
          className="absolute top-0 right-0 min-w-4.5 rounded-full bg-flag-red px-1 text-center text-[0.6875rem] leading-4.5 font-bold text-flag-white tabular-nums"
        >
          {items}
        </span>
      )}
    </AppLink>
  );
}
