import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { makeViewer } from "@/lib/auth/viewer";
import { listCards } from "@/lib/cards/manage-cards";
import { finishCard, startCard } from "@/lib/cards/save-card";
import { db } from "@/lib/platform/db";
import { processout } from "@/lib/platform/processout";
import { withTestStack } from "@/tests/support/stack";
import { ensureCustomer, syncCustomerProfile } from "./ensure-customer";

const stack = withTestStack();

async function newViewer() {
  const user = await db().user.create({
    data: {
      email: `${randomUUID()}@shoppers.example`,
      name: "Ada King Lovelace",
      phoneDialingCode: "+47",
      phoneNumber: "41234567",
      address1: "Strandgaten 18",
      city: "Bergen",
      zip: "5013",
      countryCode: "NO",
    },
  });
  return makeViewer(user.id);
}

const setName = (userId: string, name: string) => db().user.update({ where: { id: userId }, data: { name } });

test("a new Customer has all of the user's details", async () => {
  const viewer = await newViewer();
  const customer = await processout().customers.find(await ensureCustomer(viewer));
  expect(customer).toMatchObject({
    first_name: "Ada",
    last_name: "King Lovelace",
    address1: "Strandgaten 18",
    city: "Bergen",
    zip: "5013",
    country_code: "NO",
    phone: { number: "41234567" },
    reference_id: viewer.userId,
    metadata: { user_id: viewer.userId },
    currency: null,
  });
});

test("a profile change is sent to the Customer, and so is changing it back", async () => {
  const viewer = await newViewer();
  await syncCustomerProfile(viewer);
  expect(
    await db().processOutCustomer.count({ where: { userId: viewer.userId } }),
    "no Customer is created",
  ).toBe(0);

  const customerId = await ensureCustomer(viewer);
  for (const name of ["Ada Byron", "Ada King Lovelace", "Ada Byron"]) {
    await setName(viewer.userId, name);
    await syncCustomerProfile(viewer);
    const { first_name, last_name } = await processout().customers.find(customerId);
    expect(`${first_name} ${last_name}`).toBe(name);
  }
});

test("a profile change that could not be sent is sent with the next card", async () => {
  const viewer = await newViewer();
  const customerId = await ensureCustomer(viewer);
  await setName(viewer.userId, "Ada Byron");
  await stack.sandbox.fault({ match: `PUT /customers/${customerId}`, kind: "status", status: 503, times: 3 });
  await expect(syncCustomerProfile(viewer)).rejects.toThrow("503");
  await startCard(viewer, { cardId: await stack.sandbox.card("visa"), makeDefault: false });
  expect((await processout().customers.find(customerId)).last_name).toBe("Byron");
});

test("a Customer deleted at ProcessOut is created again exactly once, and its cards are removed", async () => {
  const viewer = await newViewer();
  const cardId = await stack.sandbox.card("visa");
  const started = await startCard(viewer, { cardId, makeDefault: false });
  if (started.kind !== "started") throw new Error("A new user has no card yet");
  const { customerId, tokenId, attemptId } = started;
  const assign = { source: cardId, verify: true };
  await processout().tokens.update(customerId, tokenId, assign, { idempotencyKey: `assign:${tokenId}` });
  await finishCard(viewer, { id: attemptId });
  await processout().customers.delete(customerId, { idempotencyKey: `delete:${customerId}` });

  const cardIds = await Promise.all(Array.from({ length: 8 }, () => stack.sandbox.card("mastercard")));
  const again = await Promise.all(cardIds.map((id) => startCard(viewer, { cardId: id, makeDefault: false })));
  const customers = new Set(again.map((one) => one.kind === "started" && one.customerId));
  expect(customers.size).toBe(1);
  expect(customers.has(customerId)).toBe(false);
  const row = await db().processOutCustomer.findFirstOrThrow({ where: { userId: viewer.userId } });
  expect(row.generation).toBe(2);
  expect((await listCards(viewer)).total).toBe(0);
});

test("a thousand cards are listed in pages", async () => {
  const viewer = await newViewer();
  const customerId = await ensureCustomer(viewer);
  for (let hundred = 0; hundred < 10; hundred++) {
    await Promise.all(
      Array.from({ length: 100 }, async (_, n) => {
        const source = await stack.sandbox.card("visa");
        const idempotencyKey = `many:${customerId}:${hundred}:${n}`;
        await processout().tokens.create(customerId, { source }, { idempotencyKey });
      }),
    );
  }
  const wallet = await listCards(viewer, { page: 84 });
  expect(wallet).toMatchObject({ total: 1000, pages: 84, page: 84, stale: null });
  expect(wallet.cards).toHaveLength(4);
  expect(wallet.cards.every((card) => card.last4 === "4242")).toBe(true);
}, 300_000);

test("a profile that ProcessOut has refused is sent as it is now with the next attempt, under another key", async () => {
  const viewer = await newViewer();
  const refused = { match: "POST /customers", kind: "status", status: 400 };
  await stack.sandbox.fault({ ...refused, error_type: "request.validation.invalid-name" });
  await expect(ensureCustomer(viewer)).rejects.toMatchObject({ name: "InvalidRequestError" });
  await setName(viewer.userId, "Ada Byron");
  const customer = await processout().customers.find(await ensureCustomer(viewer));
  expect(customer).toMatchObject({ first_name: "Ada", last_name: "Byron" });
});
