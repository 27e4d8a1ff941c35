import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { sleep, withTimeLimit } from "./wait";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("sleep ends after its time or when the signal aborts", async () => {
  const woken = vi.fn();
  const caller = new AbortController();
  void sleep(1000).then(() => woken("told"));
  void sleep(1000, caller.signal).then(() => woken("given up"));
  void sleep(1000, AbortSignal.abort()).then(() => woken("never wanted"));
  await vi.advanceTimersByTimeAsync(1);
  expect(woken.mock.calls).toEqual([["never wanted"]]);
  caller.abort();
  await vi.advanceTimersByTimeAsync(998);
  expect(woken.mock.calls).toEqual([["never wanted"], ["given up"]]);
  await vi.advanceTimersByTimeAsync(1);
  expect(woken).toHaveBeenLastCalledWith("told");
  expect(vi.getTimerCount()).toBe(0);
});

it.each([
  ["ends well", async () => "done"],
  ["fails", async () => Promise.reject(new Error("broken"))],
])("no timer and no listener is left behind when the work %s", async (_name, work) => {
  const caller = new AbortController();
  const remove = vi.spyOn(caller.signal, "removeEventListener");
  await Promise.allSettled([withTimeLimit(1000, caller.signal, work)]);
  expect(vi.getTimerCount()).toBe(0);
  expect(remove).toHaveBeenCalledOnce();
});
