/**
 * The routes of next-auth that this app uses, with their methods. The others are not found: one of them writes what a
 * stranger sends into the log, another renews sessions without end.
 */
const ROUTES = [
  // Our forms: sign in, sign out, and the demo's sign-in without a password.
  /^POST (signin\/[a-z]+|signout|callback\/persona)$/,
  // Where a provider sends the browser back to.
  /^GET callback\/(email|github|google)$/,
  // Where next-auth redirects to before it redirects to our pages.
  /^GET (signin|error|verify-request)$/,
];

export const isUsedRoute = (method: string, segments: readonly string[]) =>
  ROUTES.some((route) => route.test(`${method} ${segments.join("/")}`));
