import { expect, test } from "vitest";
import { orderLabel } from "@/lib/payments/order";
import { parseSearch } from "./search-query";

test.each([
  ["", { kind: "everything" }],
  ["   ", { kind: "everything" }],
  ["cust_a1B2", { kind: "id", id: "cust_a1B2", prefix: "cust" }],
  [" tok_x9 ", { kind: "id", id: "tok_x9", prefix: "tok" }],
  ["tr_", { kind: "words", words: "tr_" }],
  ["Maren Holt", { kind: "words", words: "Maren Holt" }],
  ["maren@personas.example", { kind: "words", words: "maren@personas.example" }],
])("the search %j is parsed as %j", (search, query) => {
  expect(parseSearch(search)).toEqual(query);
});

test.each([1, 42, 99_999])("the label of order %i is parsed in any case", (number) => {
  expect(parseSearch(orderLabel(number))).toEqual({ kind: "order", number });
  expect(parseSearch(orderLabel(number).toLowerCase())).toEqual({ kind: "order", number });
});
