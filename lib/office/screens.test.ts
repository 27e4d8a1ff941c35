import { expect, test } from "vitest";
import { orderLabel } from "@/lib/payments/order";
import { readQuery } from "./screens";

test.each([
  ["", { kind: "everything" }],
  ["   ", { kind: "everything" }],
  ["cust_a1B2", { kind: "id", id: "cust_a1B2", prefix: "cust" }],
  [" tok_x9 ", { kind: "id", id: "tok_x9", prefix: "tok" }],
  ["tr_", { kind: "words", words: "tr_" }],
  ["Maren Holt", { kind: "words", words: "Maren Holt" }],
  ["maren@personas.example", { kind: "words", words: "maren@personas.example" }],
])("%j is looked for as it is meant", (typed, query) => {
  expect(readQuery(typed)).toEqual(query);
});

test.each([1, 42, 99_999])("order %i is found by what people call it, in any case", (number) => {
  expect(readQuery(orderLabel(number))).toEqual({ kind: "order", number });
  expect(readQuery(orderLabel(number).toLowerCase())).toEqual({ kind: "order", number });
});
