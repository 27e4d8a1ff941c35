import { render } from "@react-email/render";
import type { ReactElement } from "react";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import type { QueuedMail } from "@/prisma/generated/client";
import { isGivenUp, waitAfter } from "./retry-schedule";

/**
 * Mails are written down before they are sent, under a key that names the occasion. However often a webhook, an
 * action and a repair job find the same occasion, one mail is queued; the worker sends it until it went out, or until
 * it has failed for five days, which the office is shown.
 */
export type Letter = {
  /** Such as `receipt:pay_…` or `card-expiring:<card>:2027-04`. */
  key: string;
  to: string;
  subject: string;
  body: ReactElement;
};

export async function queueMail({ key, to, subject, body }: Letter): Promise<void> {
  const at = await now();
  await db().queuedMail.createMany({
    data: [{ key, to, subject, ...(await renderMail(body)), queuedAt: at, wakeAt: at }],
    skipDuplicates: true,
  });
}

export async function renderMail(body: ReactElement): Promise<{ html: string; text: string }> {
  const [html, text] = await Promise.all([render(body), render(body, { plainText: true })]);
  return { html, text };
}

/**
 * Takes a mail that is due; null when none is. Two workers never take the same one, and one that dies with a mail in
 * hand loses it for as long as after a failure.
 */
export async function takeMail(): Promise<QueuedMail | null> {
  const at = await now();
  const due = { wakeAt: { lte: at } };
  const next = await db().queuedMail.findFirst({ where: due, orderBy: { wakeAt: "asc" } });
  if (!next) return null;
  const wakeAt = new Date(at.getTime() + waitAfter(next.attempts + 1));
  const [mail] = await db().queuedMail.updateManyAndReturn({
    where: { key: next.key, ...due },
    data: { wakeAt, attempts: { increment: 1 } },
  });
  return mail ?? takeMail();
}

export async function markSent(key: string): Promise<void> {
  await db().queuedMail.update({
    where: { key },
    data: { sentAt: await now(), wakeAt: null, problem: null },
  });
}

export async function markFailed({ key, queuedAt }: QueuedMail, problem: string): Promise<void> {
  const at = await now();
  const end = isGivenUp({ queuedAt, at }) && { givenUpAt: at, wakeAt: null };
  await db().queuedMail.update({ where: { key }, data: { problem: problem.slice(0, 500), ...end } });
}
