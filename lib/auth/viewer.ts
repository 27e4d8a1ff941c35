declare const brand: unique symbol;

/**
 * Proof of who is asking. Every data function takes one as its first argument and puts its `userId` into the query, so the
 * id of another user's row gives the same result as an unknown id. Only `requireUser()` (from the session), the mobile
 * API's bearer token and `asSystem()` (in a job) create one; lint holds that.
 */
export type Viewer = { readonly userId: string; readonly [brand]: true };

export const makeViewer = (userId: string) => ({ userId }) as Viewer;
