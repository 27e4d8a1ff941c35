import { shownScheme } from "@/lib/cards/card";
import { orderLabel } from "@/lib/payments/order";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { WebhookEvent } from "@/prisma/generated/client";
import { describeEvent, type EventSubject } from "./event-words";
import type { EventWords } from "./screens";

/** Each event in words, by its id: two queries for all events of a page. Events about nothing known here have none. */
export async function wordsOfEvents(
  events: Pick<WebhookEvent, "id" | "name" | "subjects">[],
): Promise<Map<string, EventWords>> {
  const named = events.flatMap(({ subjects }) => subjects);
  const [payments, cards] = await Promise.all([findPayments(named), findCards(named)]);
  const words = events.map(({ id, name, subjects }) => {
    const payment = subjects.map((subject) => payments.get(subject)).find(Boolean) ?? null;
    const card = subjects.map((subject) => cards.get(subject)).find(Boolean) ?? null;
    return [id, describeEvent(name, { payment, card })] as const;
  });
  return new Map(words.flatMap(([id, known]) => (known ? [[id, known]] : [])));
}

const inProject = () => ({ projectId: env().PROCESSOUT_PROJECT_ID });

/** By invoice and by transaction. */
async function findPayments(named: string[]): Promise<Map<string, EventSubject["payment"]>> {
  const invoiceId = { in: named.filter((id) => id.startsWith("iv_")) };
  const transactionId = { in: named.filter((id) => id.startsWith("tr_")) };
  const rows = await db().payment.findMany({
    where: { ...inProject(), OR: [{ invoiceId }, { transactionId }] },
    include: { order: { select: { number: true } } },
  });
  return new Map(
    rows.flatMap(({ id, order, failureCode, retryAdvice, ...row }) => {
      const decline = failureCode === null ? null : { code: failureCode, advice: retryAdvice };
      const payment = { id, label: orderLabel(order.number), decline };
      return [row.invoiceId, row.transactionId].flatMap((key) => (key ? [[key, payment] as const] : []));
    }),
  );
}

/** By token. */
async function findCards(named: string[]): Promise<Map<string, EventSubject["card"]>> {
  const rows = await db().savedCard.findMany({
    where: { ...inProject(), tokenId: { in: named.filter((id) => id.startsWith("tok_")) } },
    include: { user: { select: { id: true, name: true, email: true } } },
  });
  return new Map(
    rows.map((row) => {
      const { id, name, email } = row.user;
      const card = { brand: shownScheme(row), last4: row.last4, owner: { id, name: name ?? email } };
      return [row.tokenId ?? "", card];
    }),
  );
}
