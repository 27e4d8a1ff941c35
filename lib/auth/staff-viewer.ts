declare const brand: unique symbol;

/**
 * Proof that a member of staff is asking. Every function of the back office takes one as its first argument. Only
 * `requireStaff()` creates one; lint holds that.
 */
export type StaffViewer = { readonly email: string; readonly [brand]: true };

export const makeStaffViewer = (email: string) => ({ email }) as StaffViewer;
