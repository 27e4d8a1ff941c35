import { expect } from "vitest";
import type { Wire } from "../../test-support/caller";
import type { Call } from "./call";
import { assertGoReads } from "./go-reads";
import type { RawReply } from "./send";

/** What every server SDK needs of every answer: JSON, and `success` that decides (server-api.md §0, §1.8). */
export function decode(sdk: string, { method, path }: Call, reply: RawReply): Wire {
  expect(reply.text, "an empty body breaks Ruby and PHP").not.toBe("");
  const body = JSON.parse(reply.text) as Wire;
  expect(typeof body.success).toBe("boolean");
  expect(body.success).toBe(reply.status < 400);
  if (body.success === false) {
    expect(body).toMatchObject({ error_type: expect.any(String), message: expect.any(String) });
  }
  const mayAsk = sdk === "Python 7.3" ? /\/(tokens|authorize|capture|three-d-s)$/ : /\/three-d-s$/;
  const isWanted = method === "POST" && sdk.startsWith("Python") && mayAsk.test(path);
  assertCustomerAction(isWanted, body);
  assertGoReads(body);
  assertFractions(body);
  return body;
}

/** Python 7.3 wants an object where there is no action, 10 after three-d-s alone; all others want no key (§0.2). */
function assertCustomerAction(isWanted: boolean, body: Wire) {
  if (isWanted && body.success === true) expect(body.customer_action).toEqual(expect.any(Object));
  else if ("customer_action" in body) {
    expect(body.customer_action).toMatchObject({ type: expect.any(String), value: expect.any(String) });
  }
}

/** A fraction in dates of creation is for iOS (§0.12). */
function assertFractions(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const [name, inside] of Object.entries(value)) {
    if (name === "created_at" && inside !== null) expect(inside).toMatch(/\.\d+Z$/);
    assertFractions(inside);
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
