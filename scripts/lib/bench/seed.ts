import { makeViewer } from "@/lib/auth/viewer";
import { saveCardUnverified } from "@/lib/cards/save-card";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { Sandbox } from "@/lib/processout/contract-sandbox";

export type Subscriber = { userId: string; cardId: string; customerId: string };

export async function seedSubscriber(sandbox: Sandbox): Promise<Subscriber> {
  const email = `bench-${Date.now()}@shoppers.example`;
  const { id: userId } = await db().user.create({ data: { email, name: "Bench" } });
  const cardId = await sandbox.card("visa");
  const { card } = await saveCardUnverified(makeViewer(userId), { cardId, makeDefault: true });
  const { customerId } = await db().savedCard.update({
    where: { id: card.id },
    data: { confirmedAt: new Date() },
  });
  return { userId, cardId: card.id, customerId };
}

/**
 * Monthly subscriptions whose first period is paid, in four statements however many: `due` of them now, the others
 * spread over the month to come. Answers the prefix of their ids.
 */
export async function seedSubscriptions(
  { userId, cardId }: Subscriber,
  { count, due = count }: { count: number; due?: number },
): Promise<string> {
  const prefix = `bench${Date.now().toString(36)}`;
  const at = new Date();
  const projectId = env().PROCESSOUT_PROJECT_ID;
  const month = 30 * 24 * 3600;
  await db().$executeRaw`
    INSERT INTO "Subscription" ("id", "userId", "projectId", "state", "sku", "quantity", "price", "currency", "interval",
      "savedCardId", "paidPeriods", "startedAt", "createdAt", "dueAt", "processAfter")
    SELECT ${prefix} || n, ${userId}, ${projectId}, 'active', 'landfall.250g.filter', 1, 1250, 'EUR', 'month',
      ${cardId}, 1, ${at}::timestamp - interval '1 month', ${at}, t, t
    FROM (
      SELECT n, ${at}::timestamp + interval '1 second' * (CASE WHEN n <= ${due} THEN -60 ELSE 60 + n::bigint * 7919 % ${month} END) AS t
      FROM generate_series(1, ${count}) AS n
    ) AS numbered`;
  await db().$executeRaw`
    INSERT INTO "Order" ("id", "state", "userId", "subscriptionId", "period", "intent", "currency", "total", "email",
      "name", "address1", "zip", "city", "countryCode", "placedAt", "paidAt")
    SELECT "id" || '-1', 'paid', "userId", "id", 1, 'recurring', 'EUR', 1250, 'bench@shoppers.example', 'Bench',
      'Quay 1', '5003', 'Bergen', 'NO', ${at}, ${at}
    FROM "Subscription" WHERE "id" LIKE ${`${prefix}%`} AND "processAfter" <= ${at}`;
  await db().$executeRaw`
    INSERT INTO "OrderLine" ("orderId", "position", "sku", "slug", "name", "detail", "quantity", "unitPrice")
    SELECT "id", 0, 'landfall.250g.filter', 'landfall', 'Landfall', '250 g, filter', 1, 1250
    FROM "Order" WHERE "id" LIKE ${`${prefix}%`}`;
  // As autovacuum would: what the measurement before has left is not looked through again.
  await db().$executeRawUnsafe('VACUUM (ANALYZE) "Subscription"');
  return prefix;
}

/** What is left of a measurement is nobody's business in the next one. */
export const restAll = () =>
  db().subscription.updateMany({ where: { processAfter: { not: null } }, data: { processAfter: null } });
