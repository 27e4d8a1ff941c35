import { demoPort } from "./demo-port"; // eject: demo

/**
 * The only source of business time: `now()` decides what is due, expired, abandoned or overdue. Sessions and sign-in
 * links use real time. Lint forbids `Date.now()` and `new Date()` elsewhere in `lib` and `app`; pure rules take the
 * time as an argument.
 */
export async function now(): Promise<Date> {
  const demo = demoPort(); // eject: demo
  if (demo) return new Date(Date.now() + (await demo.clockOffsetMs())); // eject: demo
  return new Date();
}
