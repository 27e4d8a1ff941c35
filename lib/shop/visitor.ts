import type { Viewer } from "@/lib/auth/viewer";
import type { Currency } from "./catalogue/product";

declare const brand: unique symbol;

/** A browser that looks at the shop, signed in or not. Only `app/(shop)/visitor.ts` makes one, from cookies. */
export type Visitor = {
  readonly viewer: Viewer | null;
  /** The secret in this browser's cart cookie. Null until something is put into a cart. */
  readonly cartKey: string | null;
  readonly currency: Currency;
  /** A keyed hash of the client's network address, see `addressKeyOf`. Null if the address is unknown. */
  readonly addressKey: string | null;
  readonly [brand]: true;
};

export const makeVisitor = (visitor: Omit<Visitor, typeof brand>) => visitor as Visitor;
