import type { Viewer } from "./viewer";

/** Somebody without an account, known by the key of one order: 256 bits from the link they were given. */
export type Guest = { readonly guestKey: string };

/** Whose orders a query may see. A guest's key is its own proof; an account's is the branded viewer. */
export type Shopper = Viewer | Guest;

/** Who is asking for the order that an address names; null when only an account could open it and nobody is signed in. */
export function shopperOf(viewer: Viewer | null, ref: string): Shopper | null {
  return isGuestKey(ref) ? { guestKey: ref } : viewer;
}

/** The same from the order's row: null when it is another account's. */
export function shopperFor(
  viewer: Viewer | null,
  { userId, guestKey }: { userId: string | null; guestKey: string | null },
): Shopper | null {
  if (guestKey) return { guestKey };
  return viewer?.userId === userId ? viewer : null;
}

/** For the `where` of an order. */
export const ownOrder = (shopper: Shopper) =>
  "guestKey" in shopper ? { guestKey: shopper.guestKey } : { userId: shopper.userId };

export const isGuestKey = (ref: string) => /^[\w-]{43}$/.test(ref);
