import { expect, test } from "vitest";
import { subjectOf, subjectsOf } from "./subject";

const event = (data: Record<string, unknown> | null) => ({
  id: "ev_1",
  name: "customer.token.updated",
  data,
});

test("the subject is found under whatever key ProcessOut puts it", () => {
  const data = { name: "customer.token.updated", sandbox: true, customer_token: { id: "tok_1" } };
  expect(subjectOf(event(data), "tok_")).toBe("tok_1");
});

test.each([[null], [{}], [{ token: null }], [{ token: { id: 7 } }], [{ customer: { id: "cust_1" } }]])(
  "%j is about no token",
  (data) => expect(subjectOf(event(data), "tok_")).toBeUndefined(),
);

const idOf = (prefix: string) => `${prefix}_${"a1B2".repeat(8)}`;

test("every id an event names is told, each once", () => {
  const refund = { id: idOf("refd"), transaction_id: idOf("tr"), reason: "other" };
  const invoice = { id: idOf("iv"), customer_id: idOf("cust"), customer: { id: idOf("cust") } };
  const transaction = { id: idOf("tr"), invoice, card_id: idOf("card"), refunds: [refund] };
  const data = { name: "transaction.refunded", sandbox: true, transaction };
  const told = subjectsOf(event(data));
  expect(told.sort()).toEqual(["card", "cust", "iv", "refd", "tr"].map(idOf));
});

test("words that begin like an id are none", () => {
  expect(
    subjectsOf(event({ transaction: { id: "tr_op_1", entry: "card_present", url: "https://iv_x" } })),
  ).toEqual([]);
  expect(subjectsOf(event(null))).toEqual([]);
});
