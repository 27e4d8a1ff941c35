import { expect, test } from "vitest";
import { cleanInput, cleanText, containsCardNumber, isStorable, lookUp } from "./typed-text";

test("text keeps every script, emoji and line end, and loses NUL, control characters and half characters", () => {
  const kept = "Åse 山田\t👩‍🚀\r\n";
  expect(cleanText(kept)).toBe(kept);
  expect(cleanText("a\u0000b\u001b[31m\u009fc\ud800d")).toBe("ab[31mcd");
  expect(isStorable("a\u0000")).toBe(false);
});

test("plain arguments are cleaned at any depth, and keys of every object stay keys", () => {
  const input = JSON.parse('{"id":"a\\u0000","list":[1,true,null,{"b":"\\ud800"}],"__proto__":{"x":"y"}}');
  const cleaned = cleanInput(input) as object;
  expect(Object.entries(cleaned)).toEqual([
    ["id", "a"],
    ["list", [1, true, null, { b: "" }]],
    ["__proto__", { x: "y" }],
  ]);
  expect(Object.getPrototypeOf(cleaned)).toBe(Object.prototype);
});

test("what is not plain data becomes undefined: functions, dates, files, promises, cycles and great depth", () => {
  const cyclic: Record<string, unknown> = { id: "a" };
  cyclic.self = cyclic;
  cyclic.list = [cyclic, cyclic];
  expect(cleanInput(cyclic)).toEqual({ id: "a", self: undefined, list: [undefined, undefined] });
  for (const value of [
    undefined,
    () => 1,
    new Date(0),
    new File([], "f"),
    Promise.resolve(1),
    1n,
    new Map(),
  ]) {
    expect(cleanInput({ value })).toEqual({ value: undefined });
  }
  const deep = JSON.parse("[".repeat(5_000) + "]".repeat(5_000));
  expect(JSON.stringify(cleanInput(deep))?.length).toBeLessThan(40);
});

test("a table has no value for a key that every object inherits", () => {
  const table: Record<string, string> = { visa: "Visa" };
  expect(lookUp(table, "visa")).toBe("Visa");
  for (const key of ["constructor", "__proto__", "toString", "hasOwnProperty"])
    expect(lookUp(table, key)).toBeUndefined();
});

test("a card number is found in any text, grouped or not, and a phone number, an id or a time is none", () => {
  for (const text of [
    "4242424242424242",
    "Ada 5555 5555 5555 4444!",
    "3782-822463-10005",
    "\u00e9 2223003122003222 x",
  ]) {
    expect(containsCardNumber(text), text).toBe(true);
  }
  for (const text of [
    "4242424242424241",
    "+47 41 23 45 67",
    "card_4242424242424242",
    "1795996800000",
    "Strandgaten 18",
  ]) {
    expect(containsCardNumber(text), text).toBe(false);
  }
});
