import { ShoppingBag } from "lucide-react";
import { AppLink } from "../ui/app-link";

/** The way to the cart, with how much is in it. */
export async function CartLink({ count }: { count: Promise<number> }) {
  const things = await count;
  return (
    <AppLink
      href="/cart"
      aria-label={things === 0 ? "Cart, empty" : `Cart, ${things} ${things === 1 ? "thing" : "things"}`}
      className="relative grid size-10 place-items-center rounded-control hover:bg-sunken"
    >
      <ShoppingBag aria-hidden className="size-5.5" />
      {things > 0 && (
        <span
          aria-hidden="true"
          className="absolute top-0 right-0 min-w-4.5 rounded-full bg-flag-red px-1 text-center text-[0.6875rem] leading-4.5 font-bold text-flag-white tabular-nums"
        >
          {things}
        </span>
      )}
    </AppLink>
  );
}
