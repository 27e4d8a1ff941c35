import { expect, test } from "vitest";
import { groupByPress } from "./presses";

const at = (ms: number) => ({ at: new Date(ms).toISOString() });

test("a call stands under the last press before it, the newest press first", () => {
  const presses = [
    { at: 1_000, name: "Save card" },
    { at: 2_000, name: "Shop" },
    { at: 3_000, name: "Pay" },
  ];
  const calls = [at(500), at(1_100), at(2_900), at(3_000)];
  expect(
    groupByPress(
      calls.filter((_, index) => index !== 2),
      0,
      presses,
    ),
  ).toEqual([
    { press: presses[2], exchanges: [calls[3]] },
    { press: presses[0], exchanges: [calls[1]] },
    { press: null, exchanges: [calls[0]] },
  ]);
});

test("a browser whose clock is behind the server's is allowed for", () => {
  const press = { at: 1_000, name: "Pay" };
  expect(groupByPress([at(61_500)], 60_000, [press])).toEqual([{ press, exchanges: [at(61_500)] }]);
  expect(groupByPress([at(60_500)], 60_000, [press])[0]?.press).toBeNull();
});
