import { expect, test } from "vitest";
import { describeEvent, type EventSubject } from "./event-words";

const about = (code: string | null): EventSubject => ({
  payment: { id: "payment-1", label: "HC-10013", decline: code ? { code, advice: null } : null },
  card: null,
});

test.each([
  ["transaction.failed", "card.no-money", "HC-10013 was declined: there is not enough money on this card"],
  ["transaction.failed", null, "HC-10013 was declined"],
  ["transaction.captured", null, "HC-10013 was captured"],
  ["transaction.requested", "card.no-money", "HC-10013 is being charged"],
  ["transaction.chargeback.created", null, "HC-10013 has a dispute"],
  ["transaction.something-new", null, "HC-10013 has changed"],
])("%s with the code %s reads as a sentence that leads to the payment", (name, code, sentence) => {
  expect(describeEvent(name, about(code))).toEqual({ sentence, href: "/office/payments/payment-1" });
});

test("an event of a card names the card and its owner, and leads to the customer", () => {
  const card = { brand: "visa", last4: "4242", owner: { id: "user-1", name: "Ada Lindqvist" } };
  expect(describeEvent("customer.token.deleted", { payment: null, card })).toEqual({
    sentence: "Visa ending in 4242 of Ada Lindqvist was deleted",
    href: "/office/customers/user-1",
  });
});

test("an event about nothing that is known here has no sentence", () => {
  expect(describeEvent("transaction.captured", { payment: null, card: null })).toBeNull();
  expect(describeEvent("customer.updated", about(null))).toBeNull();
});
