import { expect, test } from "vitest";
import { isWebhookSecret, readDelivery } from "./delivery";

const post = (body: BodyInit | null) =>
  readDelivery(new Request("http://localhost/", { method: "POST", body, duplex: "half" } as RequestInit));
const id = `ev_${"A1b2".repeat(8)}`;

test("the event's id and name are read from a delivery's body", async () => {
  const body = JSON.stringify({ event_id: id, event_type: "customer.token.updated" });
  expect(await post(body)).toEqual({ eventId: id, name: "customer.token.updated" });
});

test("a body that names only the event's id is a delivery", async () => {
  expect(await post(JSON.stringify({ event_id: id }))).toEqual({ eventId: id, name: "unknown" });
});

test.each([
  ["nothing", null],
  ["an empty body", ""],
  ["text", "hello"],
  ["an array", "[]"],
  ["a body without id", "{}"],
  ["a body with a path for an id", JSON.stringify({ event_id: "../customers" })],
  ["a body with another prefix", JSON.stringify({ event_id: `tok_${"a".repeat(32)}` })],
  ["a body with a number for an id", JSON.stringify({ event_id: 42 })],
  ["a body of ten megabytes", JSON.stringify({ event_id: id, padding: "x".repeat(10_000_000) })],
])("%s is not a delivery", async (_, body) => {
  expect(await post(body)).toBeNull();
});

const current = "a".repeat(32);
const previous = "b".repeat(32);

test("the current and the previous secret are both valid while an address is being rotated", () => {
  expect(isWebhookSecret(current, [current, previous])).toBe(true);
  expect(isWebhookSecret(previous, [current, previous])).toBe(true);
});

test.each(["", "a", "c".repeat(32), `${current}x`])("%j is not accepted as a webhook secret", (given) => {
  expect(isWebhookSecret(given, [current, previous])).toBe(false);
});

test("without a configured secret no secret is accepted", () => {
  expect(isWebhookSecret("", [])).toBe(false);
});
