import { expect, it, vi } from "vitest";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { reserveFetch } from "@/lib/webhooks/budget";
import { saveCard } from "@/tests/support/cards";
import { withTestStack } from "@/tests/support/stack";
import { makeDue, subscribe } from "@/tests/support/subscriber";
import { processDue } from "./process-due";

const stack = withTestStack();

/** The names of the events that ProcessOut has at present. */
async function listEvents(): Promise<string[]> {
  const { PROCESSOUT_API_URL, PROCESSOUT_PROJECT_ID, PROCESSOUT_PRIVATE_KEY } = env();
  const authorization = `Basic ${btoa(`${PROCESSOUT_PROJECT_ID}:${PROCESSOUT_PRIVATE_KEY}`)}`;
  const response = await fetch(`${PROCESSOUT_API_URL}/events?limit=100&order=asc`, {
    headers: { authorization },
  });
  const { events } = (await response.json()) as { events: { name: string }[] };
  return events.map(({ name }) => name);
}

/** The names of the events that `act` causes. */
async function eventsOf(act: () => Promise<unknown>): Promise<string[]> {
  const before = await listEvents();
  await act();
  return (await listEvents()).slice(before.length);
}

it("a run of renewals never uses up the requests that the events of cards and refunds need", async () => {
  const subscriber = await subscribe(stack.sandbox, "visa");
  await makeDue(subscriber);
  const ofRenewal = await eventsOf(processDue);
  const cardId = await stack.sandbox.card("mastercard");
  const ofCard = await eventsOf(() => saveCard(subscriber.viewer, cardId));
  expect(ofRenewal.length).toBeGreaterThan(0);
  expect(ofCard.length).toBeGreaterThan(0);

  // The clock stands still, so the minute does not end.
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 30, 12), toFake: ["Date"] });
  await db().webhookBudget.deleteMany();
  const run = Array.from({ length: 50 }, () => ofRenewal).flat();
  for (const name of run) await reserveFetch(name, 20);
  expect(await reserveFetch(String(ofRenewal[0]), 20)).toBe(false);
  for (const name of [...ofCard, "transaction.refunded"].slice(0, 5)) {
    expect(await reserveFetch(name, 20), name).toBe(true);
  }
  vi.useRealTimers();
}, 60_000);
