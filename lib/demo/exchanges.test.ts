import { expect, test } from "vitest";
import { concerning, linksOfRequest } from "./exchanges";

const call = (id: string, named: string[], made: string[] = []) => ({ id, named, made });

test("a call concerns a shopper when it shares an id with one that does, before or after it", () => {
  const calls = [
    call("req_1", [], ["card_1"]),
    call("req_2", [], ["cust_1"]),
    call("req_3", ["cust_1"], ["tok_1"]),
    call("req_4", ["cust_1", "tok_1", "card_1"]),
    call("req_5", ["ev_1"], ["ev_1", "tok_1"]),
  ];
  const isShown = concerning(["cust_1"], calls);
  expect(calls.filter(({ id }) => isShown(id))).toEqual(calls);
  expect(isShown("ev_1")).toBe(true);
});

test("a stranger's calls stay out", () => {
  const isShown = concerning(
    ["cust_1"],
    [call("req_1", ["cust_2"], ["tok_2"]), call("req_2", [], ["card_2"]), call("req_3", ["cust_1"])],
  );
  expect(["req_1", "req_2", "req_3"].filter(isShown)).toEqual(["req_3"]);
});

test("an account without an object of ProcessOut sees nothing", () => {
  expect(concerning([], [call("req_1", ["cust_2"])])("req_1")).toBe(false);
});

test("the links of a call are ids, not names of fields, and a list names what it is not about", () => {
  const [customer, token] = [`cust_${"a".repeat(32)}`, `tok_${"b".repeat(32)}`];
  const path = `/customers/${customer}/tokens`;
  const body = { source: "card_0VcULltiKHxpJZuypBf9aovkHVkdA2AE", card_id: null };
  const answer = JSON.stringify({
    token: { id: token, card_id: null, tr_op: 1, project_id: `proj_${"c".repeat(32)}` },
  });
  expect(linksOfRequest({ id: "req_1", path, body, answer })).toEqual({
    id: "req_1",
    named: [customer, body.source],
    made: [token],
  });
  const list = JSON.stringify({ tokens: [{ id: token }], has_more: false });
  expect(linksOfRequest({ id: "req_2", path, body: {}, answer: list }).made).toEqual([]);
});
