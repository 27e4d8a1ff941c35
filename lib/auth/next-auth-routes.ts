/**
 * The routes of next-auth that this app uses, with their methods. The others are not found: one of them writes what a
 * stranger sends into the log, another renews sessions without end.
 */
const ROUTES = [
  // Our forms: ask for a link, use it, sign in as a persona of the demo, sign out.
  /^POST (signin\/[a-z]+|signout|callback\/(persona|email))$/,
  // Where a provider sends the browser back to.
  /^GET callback\/(github|google)$/,
  // Where next-auth redirects to before it redirects to our pages.
  /^GET (signin|error|verify-request)$/,
];

export const isUsedRoute = (method: string, segments: readonly string[]) =>
  ROUTES.some((route) => route.test(`${method} ${segments.join("/")}`));
