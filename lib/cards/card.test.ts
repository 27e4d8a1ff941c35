import { expect, test } from "vitest";
import { cardLabel, usesText } from "./card";

test("a card in a list is told by its nickname and its digits", () => {
  const card = { brand: "visa", last4: "4242" };
  expect(cardLabel({ ...card, nickname: "Work" })).toBe("Work, Visa ending in 4242");
  expect(cardLabel({ ...card, nickname: null })).toBe("Visa ending in 4242");
});

test.each([
  [["Landfall"], "Pays for Landfall"],
  [["Landfall", "Bosun"], "Pays for Landfall and Bosun"],
  [["Landfall", "Bosun", "First Light"], "Pays for Landfall, Bosun and First Light"],
])("a card that pays for %j says so", (names, text) => {
  expect(usesText(names.map((name) => ({ name, agreement: "" })))).toBe(text);
});
