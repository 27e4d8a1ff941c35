import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { README_FILE, readmeWithTable } from "./generate-scenarios";
import { SCENARIOS } from "./scenarios/deck";

const HOW = "README.md is stale: run `npm run scenarios`";

test("the README lists every test card", () => {
  const readme = readFileSync(README_FILE, "utf8");
  expect(readme, HOW).toBe(readmeWithTable(readme));
});

test("names and numbers are unique, and every number passes the Luhn check", () => {
  expect(new Set(SCENARIOS.map(({ name }) => name)).size).toBe(SCENARIOS.length);
  expect(new Set(SCENARIOS.map(({ number }) => number)).size).toBe(SCENARIOS.length);
  const failing = SCENARIOS.filter(({ number }) => luhn(number) % 10 !== 0);
  expect(failing.map(({ name }) => name)).toEqual([]);
});

function luhn(number: string): number {
  return [...number].reverse().reduce((sum, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
}
