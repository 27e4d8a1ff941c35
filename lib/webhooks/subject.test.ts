import { expect, test } from "vitest";
import { subjectOf } from "./subject";

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
