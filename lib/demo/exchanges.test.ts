import { expect, test } from "vitest";
import { concerning } from "./exchanges";

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
