import type { Viewer } from "./viewer";

/** A shopper without an account, known by the key of one order: 256 random bits in the link they were given. */
export type Guest = { readonly guestKey: string };

/** Whose orders a query may see: an account's (proved by the branded viewer) or a guest's (proved by the key). */
export type Shopper = Viewer | Guest;

/** Who is asking for the order in a URL. Null when only an account could open it and no user is signed in. */
export function shopperOf(viewer: Viewer | null, ref: string): Shopper | null {
  return isGuestKey(ref) ? { guestKey: ref } : viewer;
}

/** The same for an order's row. Null when it belongs to another account. */
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
