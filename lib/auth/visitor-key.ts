import type { Currency } from "@/lib/shop/catalogue/product";
import type { Viewer } from "./viewer";

declare const brand: unique symbol;

/**
 * Whoever is looking at the shop, signed in or not. `cartKey` is the secret of this browser's cart cookie, null
 * before anything was put into a cart. Only `lib/auth/visitor.ts` makes one.
 */
export type Visitor = {
  readonly viewer: Viewer | null;
  readonly cartKey: string | null;
  readonly currency: Currency;
  /** A keyed hash of the network address they come from; null where it cannot be known. */
  readonly addressKey: string | null;
  readonly [brand]: true;
};

export const makeVisitor = (visitor: Omit<Visitor, typeof brand>) => visitor as Visitor;
