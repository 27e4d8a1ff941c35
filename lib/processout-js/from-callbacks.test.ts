import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { BrowserError } from "./browser-error";
import { fromCallbacks } from "./from-callbacks";
import type { OnScriptError } from "./script";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function begin(...signals: (AbortSignal | undefined)[]) {
  const callbacks: { succeed?: (value: string) => void; fail?: OnScriptError } = {};
  const promise = fromCallbacks<string>((succeed, fail) => Object.assign(callbacks, { succeed, fail }), {
    signals,
    timeoutMs: 1000,
  });
  promise.catch(() => {});
  return { promise, ...callbacks };
}

it("the first of many callbacks counts", async () => {
  const failed = begin();
  failed.fail?.({ code: "card.invalid-number" });
  failed.fail?.({ code: "card.invalid-cvc" });
  failed.succeed?.("late");
  await expect(failed.promise).rejects.toMatchObject({ code: "card.invalid-number" });

  const succeeded = begin();
  succeeded.succeed?.("card_1");
  succeeded.fail?.({ code: "customer.canceled" });
  await expect(succeeded.promise).resolves.toBe("card_1");
});

it("the promise rejects after the time limit when no callback runs", async () => {
  const { promise, succeed } = begin();
  await vi.advanceTimersByTimeAsync(999);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  succeed?.("late");
  await expect(promise).rejects.toMatchObject({ code: "processout-js.response-timeout", kind: "timeout" });
});

it("no timer and no listener is left behind", async () => {
  const page = new AbortController();
  const remove = vi.spyOn(page.signal, "removeEventListener");
  const { promise, succeed } = begin(undefined, page.signal);
  succeed?.("card_1");
  await promise;
  expect(vi.getTimerCount()).toBe(0);
  expect(remove).toHaveBeenCalledOnce();
});

it("aborting the signal rejects the promise, and nothing starts after it was aborted", async () => {
  const page = new AbortController();
  const { promise, succeed } = begin(undefined, page.signal);
  page.abort();
  succeed?.("late");
  await expect(promise).rejects.toMatchObject({ kind: "canceled" });
  const start = vi.fn();
  await expect(fromCallbacks(start, { signals: [page.signal], timeoutMs: 10 })).rejects.toMatchObject({
    kind: "canceled",
  });
  expect(start).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

it.each([
  [{ code: "processout-js.undefined-field", message: "No container" }, "processout-js.undefined-field"],
  [new TypeError("x is undefined"), "processout-js.unexpected-fault"],
  [undefined, "processout-js.unexpected-fault"],
])("an exception of the script rejects the promise: %o", async (thrown, code) => {
  const promise = fromCallbacks(
    () => {
      throw thrown;
    },
    { timeoutMs: 10 },
  );
  await expect(promise).rejects.toBeInstanceOf(BrowserError);
  await expect(promise).rejects.toMatchObject({ code, kind: "setup" });
});
