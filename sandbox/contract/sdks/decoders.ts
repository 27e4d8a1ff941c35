import { expect } from "vitest";
import type { Wire } from "../caller";
import type { RawReply } from "./send";

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** What every server SDK needs of every answer: JSON, and `success` that decides (server-api.md §0, §1.8). */
export function decode(sdk: string, reply: RawReply): Wire {
  expect(reply.text, "an empty body breaks Ruby and PHP").not.toBe("");
  const body = JSON.parse(reply.text) as Wire;
  expect(typeof body.success).toBe("boolean");
  expect(body.success).toBe(reply.status < 400);
  if (body.success === false) {
    expect(body).toMatchObject({ error_type: expect.any(String), message: expect.any(String) });
  }
  assertCustomerAction(sdk, body);
  for (const value of Object.values(body)) for (const resource of resources(value)) assertDecodable(resource);
  return body;
}

/** Python 7.3 wants an object where there is no action; all others want no key at all (§0.2). */
function assertCustomerAction(sdk: string, body: Wire) {
  const isAnswered = body.success === true && ("token" in body || "transaction" in body);
  if (sdk === "Python 7.3" && isAnswered) expect(body.customer_action).toEqual(expect.any(Object));
  else if ("customer_action" in body) {
    expect(body.customer_action).toMatchObject({ type: expect.any(String), value: expect.any(String) });
  }
}

const resources = (value: unknown): Wire[] => (Array.isArray(value) ? value : [value]).filter(isResource);
const isResource = (value: unknown): value is Wire =>
  typeof value === "object" && value !== null && "id" in value;

/** Go reads dates as RFC 3339, metadata as text to text and money as text; a fraction is for iOS (§0.12, §8). */
function assertDecodable(resource: Wire) {
  for (const [name, value] of Object.entries(resource)) {
    if (value === null) continue;
    if (name.endsWith("_at")) expect(value, name).toMatch(RFC_3339);
    if (name === "created_at") expect(value, name).toMatch(/\.\d+Z$/);
    if (name === "metadata" || name === "gateway_data") {
      expect(
        Object.values(value as object).every((text) => typeof text === "string"),
        name,
      ).toBe(true);
    }
    if (name === "amount" || name.endsWith("_amount") || name === "balance")
      expect(typeof value, name).toBe("string");
  }
}

/** A list: the seven keys, the array never null (Node and Ruby die on null, §1.5). */
export function assertList(body: Wire, name: string) {
  expect(body[name]).toEqual(expect.any(Array));
  const { count, has_more, limit, order, total_count } = body;
  expect({ count, has_more, limit, order, total_count }).toEqual({
    count: expect.any(Number),
    has_more: expect.any(Boolean),
    limit: 10,
    order: "desc",
    total_count: expect.any(Number),
  });
}
