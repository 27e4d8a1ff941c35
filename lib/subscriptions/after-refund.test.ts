import { expect, test } from "vitest";
import { listSeriesChoices } from "./after-refund";

test.each([
  ["active", null, ["continues", "pauses", "ends"]],
  ["paused", null, ["continues", "pauses", "ends"]],
  ["retrying", null, ["continues", "ends"]],
  ["active", 6, ["continues", "ends"]],
  ["canceled", null, []],
  ["completed", 6, []],
] as const)(
  "with a refund of a period, a series that is %s and has %s payments in all may %j",
  (state, count, choices) => {
    expect(listSeriesChoices({ state, count })).toEqual(choices);
  },
);
