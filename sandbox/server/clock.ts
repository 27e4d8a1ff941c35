import type { Store } from "../store/store";

/** The sandbox's time: real time moved by an offset that is kept with the data. */
export type Clock = {
  now(): Date;
  ms(): number;
  /** Now as the API writes dates: RFC 3339, UTC, six fractional digits (iOS needs a fraction). */
  stamp(): string;
  offsetMs(): number;
  setOffset(ms: number): void;
};

export function createClock(store: Store): Clock {
  let offset = store.setting<number>("clock.offset") ?? 0;
  const ms = () => Date.now() + offset;
  return {
    ms,
    now: () => new Date(ms()),
    stamp: () => stampOf(ms()),
    offsetMs: () => offset,
    setOffset(value) {
      offset = value;
      store.saveSetting("clock.offset", value);
    },
  };
}

/** Milliseconds as an RFC 3339 date with six fractional digits. */
export function stampOf(ms: number): string {
  if (ms !== lastMs) {
    lastMs = ms;
    lastStamp = `${new Date(ms).toISOString().slice(0, -1)}000Z`;
  }
  return lastStamp;
}

let lastMs = 0;
let lastStamp = "1970-01-01T00:00:00.000000Z";
