import { expect, test } from "vitest";
import { readDelivery } from "./delivery";

const post = (body: BodyInit | null) =>
  readDelivery(new Request("http://localhost/", { method: "POST", body, duplex: "half" } as RequestInit));
const id = `ev_${"A1b2".repeat(8)}`;

test("ProcessOut's body is read", async () => {
  const body = JSON.stringify({ event_id: id, event_type: "customer.token.updated" });
  expect(await post(body)).toEqual({ eventId: id, name: "customer.token.updated" });
});

test("older deliveries name only the event", async () => {
  expect(await post(JSON.stringify({ event_id: id }))).toEqual({ eventId: id, name: "unknown" });
});

test.each([
  ["nothing", null],
  ["an empty body", ""],
  ["text", "hello"],
  ["an array", "[]"],
  ["no id", "{}"],
  ["a path for an id", JSON.stringify({ event_id: "../customers" })],
  ["another prefix", JSON.stringify({ event_id: `tok_${"a".repeat(32)}` })],
  ["a number", JSON.stringify({ event_id: 42 })],
  ["ten megabytes", JSON.stringify({ event_id: id, padding: "x".repeat(10_000_000) })],
])("%s is no delivery", async (_, body) => {
  expect(await post(body)).toBeNull();
});
