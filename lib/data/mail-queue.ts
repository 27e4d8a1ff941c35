import { render } from "@react-email/render";
import type { ReactElement } from "react";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import type { QueuedMail } from "@/prisma/generated/client";

/**
 * Mails are written down before they are sent, under a key that names the occasion. However often a webhook, an
 * action and a repair job find the same occasion, one mail is queued; the worker sends it until it went out.
 */
export type Letter = {
  /** Such as `receipt:pay_…` or `card-expiring:<card>:2027-04`. */
  key: string;
  to: string;
  subject: string;
  body: ReactElement;
};

/** A worker that dies with a mail in hand loses it for this long. */
const LEASE_MS = 2 * 60_000;
const MAX_ATTEMPTS = 20;

export async function queueMail({ key, to, subject, body }: Letter): Promise<void> {
  const [html, text] = await Promise.all([render(body), render(body, { plainText: true })]);
  await db().queuedMail.createMany({
    data: [{ key, to, subject, html, text, queuedAt: await now() }],
    skipDuplicates: true,
  });
}

/** Takes a mail that waits, for two minutes; null when none does. Two workers never take the same one. */
export async function takeMail(): Promise<QueuedMail | null> {
  const at = await now();
  const isFree = { OR: [{ takenAt: null }, { takenAt: { lt: new Date(at.getTime() - LEASE_MS) } }] };
  const waiting = { sentAt: null, attempts: { lt: MAX_ATTEMPTS }, ...isFree };
  const next = await db().queuedMail.findFirst({ where: waiting, orderBy: { queuedAt: "asc" } });
  if (!next) return null;
  const { count } = await db().queuedMail.updateMany({
    where: { key: next.key, ...waiting },
    data: { takenAt: at, attempts: { increment: 1 } },
  });
  return count === 1 ? next : takeMail();
}

export async function markSent(key: string): Promise<void> {
  await db().queuedMail.update({ where: { key }, data: { sentAt: await now() } });
}
