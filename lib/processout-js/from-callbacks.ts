import { BrowserError, fromScript, fromThrown } from "./browser-error";
import type { OnScriptError } from "./script";

export type Limits = {
  /** Aborting stops the wait, not ProcessOut: ask the server for the result. */
  signal?: AbortSignal | undefined;
  timeoutMs?: number | undefined;
};

export type Wait = {
  /** The first to abort ends the wait. */
  signals?: (AbortSignal | undefined)[];
  timeoutMs: number;
  /** The code of the error when `timeoutMs` is over. */
  timeoutCode?: string;
};

/**
 * A promise for a success and an error callback, either of which may run many times, late, or never. The first
 * call counts. The script has no time limit, so `timeoutMs` is one. Errors that `start` throws reject it too.
 */
export function fromCallbacks<Result>(
  start: (succeed: (result: Result) => void, fail: OnScriptError) => void,
  { signals = [], timeoutMs, timeoutCode = "processout-js.response-timeout" }: Wait,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => end(() => reject(new BrowserError({ code: timeoutCode, kind: "timeout" }))),
      timeoutMs,
    );
    const cancel = () =>
      end(() => reject(new BrowserError({ code: "customer.canceled", message: "Canceled by the page" })));
    const end = (finish: () => void) => {
      clearTimeout(timer);
      for (const signal of signals) signal?.removeEventListener("abort", cancel);
      finish();
    };
    for (const signal of signals) signal?.addEventListener("abort", cancel);
    if (signals.some((signal) => signal?.aborted)) return cancel();
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
