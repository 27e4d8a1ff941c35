import { randomBytes } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { retryWebhooks } from "@/app/jobs";
import { reconcileCards } from "@/lib/cards/jobs";
import { wake } from "@/lib/jobs/queue";
import { env } from "@/lib/platform/env";
import type { PrismaClient } from "@/prisma/generated/client";
import { expect, test } from "../../tests/support/fixtures";
import { entriesAbout, saveAndVanish } from "../../tests/support/unreported-card";

const secret = () => env().PROCESSOUT_WEBHOOK_SECRETS[0] ?? "";
const forged = () => `ev_${randomBytes(16).toString("hex")}`;

const deliver = (request: APIRequestContext, eventId: string, key = secret()) =>
  request.post(`/api/webhooks/processout/${key}`, {
    data: { event_id: eventId, event_type: "customer.token.updated" },
  });

const stateOf = async (database: PrismaClient, id: string) =>
  (await database.savedCard.findUniqueOrThrow({ where: { id } })).state;

test.describe("webhooks @verification", () => {
  test("a webhook finishes an attempt whose browser never came back", async ({
    user,
    sandbox,
    processout,
    database,
  }) => {
    const { attemptId, tokenId } = await saveAndVanish({ user, sandbox, processout, database });
    await expect.poll(() => stateOf(database, attemptId)).toBe("attached");
    await expect
      .poll(async () => (await entriesAbout(database, tokenId)).map(({ state }) => state))
      .toContain("done");
  });

  test("a lost webhook is made up for by the reconciling job", async ({
    user,
    sandbox,
    processout,
    database,
  }) => {
    const { attemptId, tokenId } = await saveAndVanish({ user, sandbox, processout, database });
    await expect.poll(() => stateOf(database, attemptId)).toBe("attached");
    await expect.poll(async () => (await entriesAbout(database, tokenId)).length).toBeGreaterThan(1);
    // As if none had come: what we knew before the bank was asked.
    const unread = {
      state: "open",
      verificationStatus: "pending",
      isFinal: false,
      isChargeable: false,
    } as const;
    const before = { startedAt: new Date(Date.now() - 120_000), syncedAt: null };
    await database.savedCard.update({ where: { id: attemptId }, data: { ...unread, ...before } });
    await wake(reconcileCards);
    await expect.poll(() => stateOf(database, attemptId), { timeout: 40_000 }).toBe("attached");
  });

  test("a webhook that arrives twice changes nothing the second time", async ({
    request,
    user,
    sandbox,
    processout,
    database,
  }) => {
    const { tokenId } = await saveAndVanish({ user, sandbox, processout, database });
    await expect.poll(async () => (await entriesAbout(database, tokenId)).length).toBeGreaterThan(0);
    const [first] = await entriesAbout(database, tokenId);
    const answers = await Promise.all([1, 2, 3].map(() => deliver(request, String(first?.id))));
    expect(answers.map((answer) => answer.status())).toEqual([200, 200, 200]);
    const again = await database.webhookEvent.findUniqueOrThrow({ where: { id: String(first?.id) } });
    expect(again.doneAt).toEqual(first?.doneAt);
    expect(again.attempts).toBe(first?.attempts);
  });

  test("late webhooks in the wrong order do not bring back a deleted card", async ({
    request,
    user,
    sandbox,
    processout,
    database,
  }) => {
    const { attemptId, customerId, tokenId } = await saveAndVanish({ user, sandbox, processout, database });
    await expect.poll(async () => (await entriesAbout(database, tokenId)).length).toBeGreaterThan(1);
    const older = await entriesAbout(database, tokenId);
    await processout.tokens.delete(customerId, tokenId, { idempotencyKey: `gone:${tokenId}` });
    await expect.poll(() => stateOf(database, attemptId)).toBe("removed");
    // None of the earlier ones had arrived; now they do, the last one first.
    await database.webhookEvent.deleteMany({ where: { id: { in: older.map(({ id }) => id) } } });
    for (const { id } of older.reverse()) expect((await deliver(request, id)).status()).toBe(200);
    expect(await stateOf(database, attemptId)).toBe("removed");
  });

  test("a webhook about an unknown Customer is deferred, and processed once the Customer is known", async ({
    user,
    sandbox,
    processout,
    database,
  }) => {
    const customer = await processout.customers.create(
      { email: "elsewhere@shoppers.example" },
      { idempotencyKey: user.id },
    );
    const source = await sandbox.makeCard("visa");
    const { token } = await processout.tokens.create(
      customer.id,
      { source },
      { idempotencyKey: `tok:${user.id}` },
    );
    const entry = async () => (await entriesAbout(database, token.id)).at(0);
    await expect.poll(async () => (await entry())?.state).toBe("deferred");

    const projectId = env().PROCESSOUT_PROJECT_ID;
    await database.processOutCustomer.create({
      data: { userId: user.id, projectId, customerId: customer.id, profile: "{}" },
    });
    await database.webhookEvent.updateMany({
      where: { note: { contains: token.id } },
      data: { dueAt: new Date(0) },
    });
    await wake(retryWebhooks);
    await expect.poll(async () => (await entry())?.state, { timeout: 40_000 }).toBe("done");
    const card = await database.savedCard.findFirstOrThrow({ where: { userId: user.id } });
    expect(card).toMatchObject({ tokenId: token.id, state: "attached", last4: "4242" });
  });
});

test.describe("invalid deliveries @verification", () => {
  test("an address with a wrong secret answers 404 and reads nothing", async ({ request, database }) => {
    const id = forged();
    for (const key of ["x".repeat(32), secret().slice(1), `${secret()}x`, secret().toUpperCase()]) {
      expect((await deliver(request, id, key)).status(), key.slice(0, 4)).toBe(404);
    }
    expect(await database.webhookEvent.findUnique({ where: { id } })).toBeNull();
  });

  test("a body that is not a delivery answers 404, and one that is too long 413", async ({ request }) => {
    const id = forged();
    const huge = JSON.stringify({ event_id: id, padding: "x".repeat(2_000_000) });
    for (const body of [
      "",
      "hello",
      "[]",
      "{}",
      "null",
      '{"event_id":42}',
      '{"event_id":"../customers"}',
      huge,
    ]) {
      const answer = await request.post(`/api/webhooks/processout/${secret()}`, {
        headers: { "content-type": "application/json" },
        data: Buffer.from(body),
      });
      expect(answer.status(), body.slice(0, 40)).toBe(body === huge ? 413 : 404);
    }
  });

  test("an event that ProcessOut does not know leaves no row", async ({ request, database }) => {
    const ids = Array.from({ length: 12 }, forged);
    const answers = await Promise.all(ids.map((id) => deliver(request, id)));
    expect(answers.map((answer) => answer.status())).toEqual(ids.map(() => 404));
    expect(await database.webhookEvent.count({ where: { id: { in: ids } } })).toBe(0);
  });
});
