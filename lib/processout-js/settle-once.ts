import { BrowserError, fromScript, fromThrown } from "./browser-error";
import type { OnScriptError } from "./script";

export type Limits = {
  /** Stops waiting. It cannot stop ProcessOut: ask the server how it ended. */
  signal?: AbortSignal | undefined;
  timeoutMs?: number | undefined;
};

export type Wait = {
  /** The first to abort ends the wait. */
  signals?: (AbortSignal | undefined)[];
  timeoutMs: number;
  /** Says what was waited for: ProcessOut's answer, unless it was the bank's check or a field. */
  timeoutCode?: string;
};

/**
 * A promise over a pair of callbacks that may run many times, late, or never. The first one counts. The
 * script has no time limit of its own, so `timeoutMs` is one. What `start` throws is a failure like any
 * other.
 */
export function settleOnce<Result>(
  start: (succeed: (result: Result) => void, fail: OnScriptError) => void,
  { signals = [], timeoutMs, timeoutCode = "processout-js.response-timeout" }: Wait,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => end(() => reject(new BrowserError({ code: timeoutCode, kind: "timeout" }))),
      timeoutMs,
    );
    const giveUp = () =>
      end(() => reject(new BrowserError({ code: "customer.canceled", message: "Given up by the page" })));
    const end = (settle: () => void) => {
      clearTimeout(timer);
      for (const signal of signals) signal?.removeEventListener("abort", giveUp);
      settle();
    };
    for (const signal of signals) signal?.addEventListener("abort", giveUp);
    if (signals.some((signal) => signal?.aborted)) return giveUp();
    try {
      start(
        (result) => end(() => resolve(result)),
        (error) => end(() => reject(fromScript(error))),
      );
    } catch (error) {
      end(() => reject(fromThrown(error)));
    }
  });
}
