import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { withTestStack } from "@/tests/support/stack";
import { reserveSignInMail } from "./sign-in-limits";

// The least that lets the first two tests pass; the third goes beyond it.
vi.stubEnv("SIGN_IN_MAILS_PER_HOUR", "40");
withTestStack();

const newAddress = () => `${randomUUID()}@shoppers.example`;
const ask = (count: number, addressOf: (index: number) => string, client: string | null = null) =>
  Promise.all(Array.from({ length: count }, (_, index) => reserveSignInMail(addressOf(index), client)));
const sent = (results: (string | null)[]) => results.filter((refusal) => refusal === null).length;

test("a mailbox gets three links in a quarter of an hour, also in parallel and under several tags", async () => {
  const [name, domain] = newAddress().split("@");
  const results = await ask(8, (index) => `${name}+${index}@${domain}`);
  expect(sent(results)).toBe(3);
  expect(results).toContain("mailbox");
});

test("a client has ten links over all mailboxes, and another client is not affected", async () => {
  const results = await ask(15, newAddress, "client-1");
  expect(sent(results)).toBe(10);
  expect(results.filter((refusal) => refusal === "client")).toHaveLength(5);
  expect(await reserveSignInMail(newAddress(), "client-2")).toBeNull();
});

test("the shop as a whole sends so many links in an hour", async () => {
  const results = await ask(45, newAddress);
  expect(sent(results)).toBeLessThanOrEqual(40);
  expect(results).toContain("shop");
});
