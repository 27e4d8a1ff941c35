/**
 * The only source of business time: what is due, expired, abandoned or overdue is decided by `now()`.
 * Sessions and sign-in links stay on real time. Lint forbids `Date.now()` and `new Date()` elsewhere in
 * `lib` and `app`, and rules take the time as an argument.
 */
export async function now(): Promise<Date> {
  return new Date();
}
