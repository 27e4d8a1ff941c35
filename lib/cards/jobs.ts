import { asSystem } from "@/lib/auth/as-system";
import type { Job } from "@/lib/jobs/job";
import { attemptRows, listStalledIds } from "@/lib/jobs/stalled-rows";
import { SEND_MAILS } from "@/lib/mail/jobs";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/platform/durations";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { type CardWithEmail, expiryKey, sendCardEmail, sendExpiryReminder } from "./card-emails";
import { cancelCard } from "./save-card";
import { syncCard, syncCards } from "./sync-cards";
import { deleteOldStoppedAttempts } from "./velocity-limit";

const CONCURRENCY = 5;
const LIMIT = 200;

/** For webhooks that never arrive: asks ProcessOut about every token that may have changed since it was last read. */
export const reconcileCards = {
  name: "reconcile-cards",
  title: "Checks cards that wait for their bank",
  async run() {
    const cards = await listPendingTokens({ at: await now(), limit: LIMIT });
    return attemptRows("reconcile-cards", cards, CONCURRENCY, async ({ userId, tokenId }) => {
      const row = await syncCard(asSystem(userId), { tokenId });
      const isUndeleted = row && !row.removedAt && (row.state === "failed" || row.state === "declined");
      if (isUndeleted) throw undeleted(tokenId);
    });
  },
} satisfies Job;

/**
 * Cancels attempts that were started a day ago and never finished, at ProcessOut too: a closed tab, a dead battery, an
 * unanswered challenge. A success that ProcessOut recorded in the meantime is kept. Deletes old records of presses that a
 * limit stopped.
 */
export const sweepCards = {
  name: "sweep-cards",
  title: "Deletes cards that were not finished",
  async run() {
    await deleteOldStoppedAttempts();
    const startedBefore = new Date((await now()).getTime() - DAY_MS);
    const attempts = await db().savedCard.findMany({
      where: {
        ...inProject(),
        state: "open",
        startedAt: { lt: startedBefore },
        id: { notIn: await listStalledIds("sweep-cards") },
      },
      orderBy: { startedAt: "asc" },
      take: LIMIT,
      select: { id: true, userId: true },
    });
    return attemptRows("sweep-cards", attempts, 1, async ({ userId, id }) => {
      const viewer = asSystem(userId);
      // Finds the token of an attempt whose response never reached us, so that it is deleted as well.
      await syncCards(viewer);
      await cancelCard(viewer, { id, code: "customer.abandoned" });
    });
  },
} satisfies Job;

/**
 * Queues the e-mail that a card expires next month: once per card and expiry date. The card is read first, because the
 * issuer may have renewed it.
 */
export const remindExpiringCards = {
  name: "remind-expiring-cards",
  title: "Reminds of cards that expire",
  async run() {
    const nextMonth = monthAfter(await now());
    const cards = await db().savedCard.findMany({
      where: {
        ...inProject(),
        ...nextMonth,
        state: "attached",
        isChargeable: true,
        id: { notIn: await listStalledIds("remind-expiring-cards") },
        OR: [{ expiryNotifiedFor: null }, { expiryNotifiedFor: { not: expiryKey(nextMonth) } }],
      },
      include: withEmail,
      take: LIMIT,
    });
    return attemptRows("remind-expiring-cards", cards, CONCURRENCY, async (card) => {
      const row = card.tokenId ? await syncCard(asSystem(card.userId), { tokenId: card.tokenId }) : null;
      const isTrue = row?.isChargeable && row.state === "attached" && isSameMonth(row, nextMonth);
      if (isTrue) await sendExpiryReminder({ ...row, user: card.user });
    });
  },
} satisfies Job;

/**
 * Queues the e-mails about added and removed cards, wherever that happened: on a page, on a phone, at checkout, in
 * ProcessOut's dashboard. Runs before queued e-mails are sent.
 */
export async function queueCardEmails(): Promise<number> {
  const page = { include: withEmail, orderBy: { startedAt: "asc" }, take: LIMIT } as const;
  const id = { notIn: await listStalledIds(SEND_MAILS) };
  const added: CardWithEmail[] = await db().savedCard.findMany({
    where: { ...inProject(), id, state: "attached", isChargeable: true, notifiedState: null },
    ...page,
  });
  const removed: CardWithEmail[] = await db().savedCard.findMany({
    where: { ...inProject(), id, state: "removed", notifiedState: "added" },
    ...page,
  });
  return attemptRows(SEND_MAILS, [...added, ...removed], CONCURRENCY, sendCardEmail);
}

/** How old the last reading must be before the next one, by the age of the attempt. Polling never stops entirely. */
const POLL_INTERVALS = [
  { startedWithin: HOUR_MS, after: MINUTE_MS },
  { startedWithin: DAY_MS, after: 15 * MINUTE_MS },
  { startedWithin: Number.POSITIVE_INFINITY, after: 6 * HOUR_MS },
];

/**
 * Tokens that may have changed since they were read, the longest unread first: open attempts, cards whose verification
 * is pending, declined cards whose token is not deleted yet. Found by an index over the project, for all users. Without
 * those that wait after failures.
 */
export async function listPendingTokens({ at, limit }: { at: Date; limit: number }) {
  const ago = (ms: number) => new Date(Math.max(0, at.getTime() - ms));
  const rows = await db().savedCard.findMany({
    where: {
      ...inProject(),
      id: { notIn: await listStalledIds("reconcile-cards") },
      tokenId: { not: null },
      removedAt: null,
      startedAt: { lt: ago(MINUTE_MS) },
      AND: [
        {
          OR: [
            { state: "open" },
            { state: "attached", isFinal: false },
            { state: { in: ["failed", "declined"] } },
          ],
        },
        {
          OR: POLL_INTERVALS.map(({ startedWithin, after }) => ({
            startedAt: { gt: ago(startedWithin) },
            OR: [{ syncedAt: null }, { syncedAt: { lt: ago(after) } }],
          })),
        },
      ],
    },
    orderBy: { syncedAt: { sort: "asc", nulls: "first" } },
    take: limit,
    select: { id: true, userId: true, tokenId: true },
  });
  return rows.flatMap(({ id, userId, tokenId }) => (tokenId ? [{ id, userId, tokenId }] : []));
}

const undeleted = (tokenId: string) =>
  new AppError({ code: "card.undeleted", message: `ProcessOut did not delete the token ${tokenId}` });

const isSameMonth = (row: { expYear: number | null; expMonth: number | null }, month: Month) =>
  row.expYear === month.expYear && row.expMonth === month.expMonth;

type Month = { expYear: number; expMonth: number };

/** In UTC, as `expiryOf` counts. */
export function monthAfter(at: Date): Month {
  const next = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1));
  return { expYear: next.getUTCFullYear(), expMonth: next.getUTCMonth() + 1 };
}

const inProject = () => ({ projectId: env().PROCESSOUT_PROJECT_ID });

const withEmail = { user: { select: { email: true } } } as const;
