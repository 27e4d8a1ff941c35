import { describe, expect, it, test } from "vitest";
import type { Transaction } from "@/lib/processout";
import { findMismatch, interpretTransaction } from "./interpret-transaction";

const transaction = (change: Partial<Transaction>): Transaction => ({
  id: "tr_1",
  invoice_id: "iv_1",
  customer_id: "cust_1",
  status: "authorized",
  currency: "EUR",
  amount: "25",
  authorized_amount: "25",
  captured_amount: "0",
  refunded_amount: "0",
  metadata: {},
  created_at: "2026-11-22T12:00:00.000000Z",
  ...change,
});

describe("a transaction means", () => {
  const taken = { captured_amount: "25" };
  it.each<[string, Partial<Transaction>, string | undefined]>([
    ["nothing yet, while the shopper is at the bank", { status: "waiting" }, undefined],
    ["nothing yet, while the bank thinks", { status: "pending" }, undefined],
    ["nothing, in a status nobody has heard of", { status: "becalmed" }, undefined],
    ["held", { status: "authorized" }, "authorized"],
    ["refused", { status: "failed", error_code: "card.no-money" }, "failed"],
    [
      "not refused when the bank only wants the shopper",
      { status: "failed", error_code: "card.needs-authentication" },
      undefined,
    ],
    ["let go", { status: "voided" }, "voided"],
    ["taken", { status: "completed", ...taken }, "captured"],
    ["taken, also in dispute", { status: "chargeback-initiated", ...taken }, "captured"],
    ["refunded in part", { status: "completed", ...taken, refunded_amount: "5" }, "partially_refunded"],
    ["refunded", { status: "refunded", ...taken, refunded_amount: "25" }, "refunded"],
  ])("%s", (_meaning, change, status) => {
    expect(interpretTransaction(transaction(change)).status).toBe(status);
  });
});

describe("before a capture", () => {
  const payment = { amount: 2500, currency: "EUR", customerId: "cust_1", invoiceId: "iv_1" };

  test("what was asked for is in order, with or without decimals", () => {
    expect(findMismatch(payment, transaction({}))).toBeNull();
    expect(findMismatch(payment, transaction({ amount: "25.00", authorized_amount: "25.0" }))).toBeNull();
    expect(findMismatch({ ...payment, customerId: null }, transaction({ customer_id: null }))).toBeNull();
  });

  test.each<[string, Partial<Transaction>]>([
    ["another amount", { amount: "0.25" }],
    ["less than was asked for", { authorized_amount: "24.99" }],
    ["another currency", { currency: "JPY" }],
    ["another customer", { customer_id: "cust_2" }],
    ["no customer", { customer_id: null }],
    ["another invoice", { invoice_id: "iv_2" }],
  ])("%s is noticed", (_what, change) => {
    expect(findMismatch(payment, transaction(change))).toMatch(/./);
  });

  test.each<[string, Partial<Transaction>]>([
    ["a Customer's saved card", { customer_id: "cust_2", token_id: "tok_2" }],
    ["a saved card without its Customer", { customer_id: null, token_id: "tok_2" }],
  ])("%s is noticed when the payment is not made with a saved card", (_what, change) => {
    expect(findMismatch({ ...payment, customerId: null }, transaction(change))).toMatch(/./);
  });
});
