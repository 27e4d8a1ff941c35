import { expect, test } from "vitest";
import { BrowserError, type CardFieldName } from "@/lib/processout-js";
import { fieldErrors, type Typed } from "./card-errors";

const ALL: CardFieldName[] = ["number", "expiry", "cvc"];
const invalid = (fields: Partial<Record<CardFieldName, string>>) =>
  new BrowserError({ code: "card.invalid-number", fields, kind: "field" });
const read = (fields: Partial<Record<CardFieldName, string>>, typed: Partial<Typed> = {}) =>
  fieldErrors(invalid(fields), { into: new Set(ALL), digits: 16, ...typed });

test("each field that was left empty asks for what belongs there", () => {
  const codes = { number: "card.invalid-number", expiry: "card.invalid-month", cvc: "card.invalid-cvc" };
  expect(read(codes, { into: new Set(), digits: 0 })).toEqual({
    number: "Type the card number.",
    expiry: "Type the expiry date, month and year.",
    cvc: "Type the security code (CVC).",
  });
});

test.each([
  [
    "a number that was deleted again",
    { digits: 0 },
    { number: "card.invalid-number" },
    "Type the card number.",
  ],
  ["a short number", { digits: 7 }, { number: "card.invalid-number" }, "Only 7 digits were typed"],
  ["a mistyped number", {}, { number: "card.invalid-number" }, "The card number is not right"],
  ["a date that has passed", {}, { expiry: "card.invalid-date" }, "This expiry date has passed"],
  ["a month that does not exist", {}, { expiry: "card.invalid-month" }, "from 01 to 12"],
  ["a CVC", {}, { cvc: "card.invalid-cvc" }, "The security code (CVC) is not right"],
])("%s has a sentence of its own", (_, typed, codes, sentence) => {
  expect(Object.values(read(codes, typed)).join()).toContain(sentence);
});

test("an error that is not about the fields has no sentences for them", () => {
  expect(fieldErrors(new Error("offline"), { into: new Set(), digits: 0 })).toEqual({});
});
