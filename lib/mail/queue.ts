import { render } from "@react-email/render";
import type { ReactElement } from "react";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/platform/durations";
import type { QueuedMail } from "@/prisma/generated/client";

/**
 * The outbox table of e-mails: a row is committed under a key that names the occasion, and the worker sends it. However
 * many webhooks, actions and jobs find the same occasion, one e-mail is queued.
 */
export type Letter = {
  /** Such as `receipt:<order>` or `card-expiring:<card>:2027-04`. */
  key: string;
  to: string;
  subject: string;
  body: ReactElement;
};

/** Queues an e-mail. Does nothing when its key is known. */
export async function queueMail({ key, to, subject, body }: Letter): Promise<void> {
  const at = await now();
  await db().queuedMail.createMany({
    data: [{ key, to, subject, ...(await renderMail(body)), queuedAt: at, sendAfter: at }],
    skipDuplicates: true,
  });
}

export async function renderMail(body: ReactElement): Promise<{ html: string; text: string }> {
  const [html, text] = await Promise.all([render(body), render(body, { plainText: true })]);
  return { html, text };
}

/** Mail servers themselves retry for 4 to 5 days (RFC 5321, 4.5.4.1). */
const GIVEN_UP_AFTER_MS = 5 * DAY_MS;

/** How long until the next attempt: 2, 4, 8 … minutes, at most 6 hours. */
const waitAfter = (attempts: number) => Math.min(MINUTE_MS * 2 ** attempts, 6 * HOUR_MS);

/**
 * Leases an e-mail that is due, or returns null. Compare-and-set on `sendAfter`: two workers never lease the same one. A
 * worker that dies with it delays it for as long as a failed attempt does.
 */
export async function leaseMail(): Promise<QueuedMail | null> {
  const at = await now();
  const due = { sendAfter: { lte: at } };
  const next = await db().queuedMail.findFirst({ where: due, orderBy: { sendAfter: "asc" } });
  if (!next) return null;
  const sendAfter = new Date(at.getTime() + waitAfter(next.attempts + 1));
  const [mail] = await db().queuedMail.updateManyAndReturn({
    where: { key: next.key, ...due },
    data: { sendAfter, attempts: { increment: 1 } },
  });
  return mail ?? leaseMail();
}

export async function markSent({ key }: QueuedMail): Promise<void> {
  await db().queuedMail.update({
    where: { key },
    data: { sentAt: await now(), sendAfter: null, lastError: null },
  });
}

/** Records why an attempt failed. Five days after it was queued, the e-mail is not sent any more. */
export async function markFailed({ key, queuedAt }: QueuedMail, lastError: string): Promise<void> {
  const at = await now();
  const isGivenUp = at.getTime() - queuedAt.getTime() >= GIVEN_UP_AFTER_MS;
  await db().queuedMail.update({
    where: { key },
    data: { lastError: lastError.slice(0, 500), ...(isGivenUp && { givenUpAt: at, sendAfter: null }) },
  });
}
