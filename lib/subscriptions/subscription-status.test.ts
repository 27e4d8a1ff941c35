import { describe, expect, it } from "vitest";
import { isCharged, isOver, isWaiting, statesBefore } from "./subscription-status";

describe("a subscription's state", () => {
  it("comes back to active from every trouble, and never from an end", () => {
    expect(statesBefore("active")).toEqual([
      "starting",
      "active",
      "retrying",
      "needs_authentication",
      "needs_card",
      "paused",
    ]);
  });

  it("is paused only from active, where nothing is owed", () => {
    expect(statesBefore("paused")).toEqual(["active"]);
  });

  it.each(["retrying", "needs_authentication", "needs_card"] as const)(
    "meets %s after a start",
    (trouble) => {
      expect(statesBefore(trouble)).not.toContain("starting");
      expect(statesBefore(trouble)).not.toContain("paused");
    },
  );

  it("is canceled from anywhere but an end", () => {
    expect(statesBefore("canceled")).not.toContain("completed");
    expect(statesBefore("canceled")).toContain("paused");
    expect(statesBefore("canceled")).toContain("needs_card");
  });

  it("is charged, or waits, or is over, or rests", () => {
    expect(isCharged("retrying")).toBe(true);
    expect(isCharged("paused")).toBe(false);
    expect(isWaiting("needs_card")).toBe(true);
    expect(isOver("completed")).toBe(true);
  });
});
