import { expect, test } from "vitest";
import { nextLook } from "./refund-schedule";

const askedAt = new Date("2026-11-01T10:00:00Z");

test("a refund that went through is looked at daily", () => {
  const at = new Date("2026-11-05T10:00:00Z");
  expect(nextLook({ askedAt, at })).toEqual(new Date("2026-11-06T10:00:00Z"));
});

test("and after thirty days no more", () => {
  expect(nextLook({ askedAt, at: new Date("2026-11-30T10:00:00Z") })).not.toBeNull();
  expect(nextLook({ askedAt, at: new Date("2026-11-30T10:00:01Z") })).toBeNull();
});
