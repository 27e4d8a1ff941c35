declare const brand: unique symbol;

/**
 * Proof that somebody of the office asks. Every function in this folder takes one first; a shopper's `Viewer` is none.
 * Only `requireStaff()` makes one, which lint holds.
 */
export type StaffViewer = { readonly email: string; readonly [brand]: true };

export const makeStaffViewer = (email: string) => ({ email }) as StaffViewer;
