/**
 * The one place where production code meets the demo: what `lib/demo` puts in the place of the real thing. Nothing is
 * registered in production, and `demoPort()` is then undefined. `npm run eject` removes this file with the lines
 * that are marked `eject: demo`.
 */
export type DemoPort = {
  /** How far business time runs ahead of the machine's clock, in milliseconds. */
  clockOffsetMs(): Promise<number>;
  /** Keeps an e-mail on this machine instead of sending it. */
  keepMail(mail: { to: string; subject: string; html: string; text: string }): Promise<void>;
};

/** On `globalThis` because Next bundles `instrumentation.ts`, `proxy.ts` and the routes separately. */
const slot = globalThis as typeof globalThis & { demoPort?: DemoPort };

/** Called once when a process starts, by `lib/demo/register.ts`. */
export function setDemoPort(port: DemoPort): void {
  slot.demoPort = port;
}

export const demoPort = (): DemoPort | undefined => slot.demoPort;
