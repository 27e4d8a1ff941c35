import { CartOfAccount } from "@/components/shop/cart-of-account";
import { EmptyCart } from "@/components/shop/empty-cart";
import { isCartOfOtherAccount } from "@/lib/shop/manage-cart";
import type { Visitor } from "@/lib/shop/visitor";

/** What a page shows instead of a cart without lines. `path` is the page's own. */
export async function NoCart({ visitor, path }: { visitor: Visitor; path: string }) {
  if (!(await isCartOfOtherAccount(visitor))) return <EmptyCart />;
  return <CartOfAccount isSignedIn={visitor.viewer !== null} path={path} />;
}
