declare const brand: unique symbol;

/**
 * Proof of who is asking. Every function of the data layer takes one first and puts its `userId` into the
 * query, so a stranger's id and a missing id get the same answer. A plain user id is not accepted; only
 * `requireUser()` (from the session) and `asSystem()` (from a job) make one, which lint holds.
 */
export type Viewer = { readonly userId: string; readonly [brand]: true };

export const makeViewer = (userId: string) => ({ userId }) as Viewer;
