declare const brand: unique symbol;

/**
 * Proof of who is asking. Every data function takes one as its first argument and puts its `userId` into the query, so the
 * id of another user's row gives the same result as an unknown id. Only `requireUser()` (from the session), the mobile
 * API's bearer token and `asSystem()` (in a job) create one; lint holds that.
 */
export type Viewer = {
  readonly userId: string;
  /** `addressKeyOf` the request, which the limit on attempts counts by. Null in a job, and without `TRUSTED_PROXIES`. */
  readonly addressKey: string | null;
  readonly [brand]: true;
};

export const makeViewer = (userId: string, addressKey: string | null = null) =>
  ({ userId, addressKey }) as Viewer;
