import { expect, it } from "vitest";
import { isCharged, isOver, needsShopper, statesBefore } from "./subscription-status";

it("a subscription can become active from every state that is not final", () => {
  expect(statesBefore("active")).toEqual([
    "starting",
    "active",
    "retrying",
    "needs_authentication",
    "needs_card",
    "paused",
  ]);
});

it("a subscription can become paused only from active, where nothing is outstanding", () => {
  expect(statesBefore("paused")).toEqual(["active"]);
});

it.each(["retrying", "needs_authentication", "needs_card"] as const)(
  "a subscription can become %s only after the first payment, and never while paused",
  (failed) => {
    expect(statesBefore(failed)).not.toContain("starting");
    expect(statesBefore(failed)).not.toContain("paused");
  },
);

it("a subscription can become canceled from every state that is not final", () => {
  expect(statesBefore("canceled")).not.toContain("completed");
  expect(statesBefore("canceled")).toContain("paused");
  expect(statesBefore("canceled")).toContain("needs_card");
});

it("the state of a subscription says whether the worker charges it, the shopper has to act, or it is over", () => {
  expect(isCharged("retrying")).toBe(true);
  expect(isCharged("paused")).toBe(false);
  expect(needsShopper("needs_card")).toBe(true);
  expect(isOver("completed")).toBe(true);
});
