import type { Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { DAY_MS, HOUR_MS } from "@/lib/platform/durations";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import {
  counterOf,
  giveBack, // eject: payments
  reserve,
} from "@/lib/platform/rate-limit";
import type { VelocityLimit } from "@/prisma/generated/client";

/*
 * The velocity limit, against card testing. Every page, route and action after which ProcessOut asks a bank about a card calls
 * `reserveAttempt` before the browser or the server can ask: scripts/lint/velocity-limit.test.ts finds these entry points.
 *
 * Nothing that a browser chooses is counted by: the account is that of the session, the address is the one that our own
 * proxies name, the fingerprint is ProcessOut's, of the card's number.
 */

export type Press = {
  /** What was pressed, in the words that staff read. */
  entryPoint: string;
  /** Null for a guest, who is limited by the other three. */
  viewer: Viewer | null;
  /** `addressKeyOf` the client. Null without `TRUSTED_PROXIES`. */
  addressKey: string | null;
};

/**
 * Counts the press by account, address, card and shop, and returns the card. Throws AppError `card.too-many-attempts` as
 * soon as one of the limits of this hour is used up; the shop's is counted last, so that presses which another limit
 * stopped do not use it up. The card is read only for a press within the first two, because reading it may be a call to
 * ProcessOut. A card without a fingerprint is counted by the other three.
 */
export async function reserveAttempt<Card extends { fingerprint?: string | null | undefined }>(
  press: Press,
  readCard: () => Promise<Card>,
): Promise<Card> {
  if (press.viewer) await count(press, "account", press.viewer.userId);
  if (press.addressKey) await count(press, "address", press.addressKey);
  const card = await readCard();
  if (card.fingerprint) await count(press, "card", card.fingerprint);
  await count(press, "shop", "");
  return card;
}

async function count(press: Press, limit: VelocityLimit, subject: string): Promise<void> {
  const key = keyOf(limit, subject);
  if (await reserve(key, { limit: attemptsPerHour(limit), windowMs: HOUR_MS })) return;
  await recordStopped(press, limit, key);
  throw new AppError({
    code: "card.too-many-attempts",
    message: `The limit per ${limit} held: ${press.entryPoint}`,
  });
}

const keyOf = (limit: VelocityLimit, subject: string) => `attempts by ${limit} ${subject}`;

function attemptsPerHour(limit: VelocityLimit): number {
  const {
    CARD_ATTEMPTS_PER_ACCOUNT,
    CARD_ATTEMPTS_PER_ADDRESS,
    CARD_ATTEMPTS_PER_CARD,
    CARD_ATTEMPTS_PER_SHOP,
  } = env();
  return {
    account: CARD_ATTEMPTS_PER_ACCOUNT,
    address: CARD_ATTEMPTS_PER_ADDRESS,
    card: CARD_ATTEMPTS_PER_CARD,
    shop: CARD_ATTEMPTS_PER_SHOP,
  }[limit];
}

/** For staff. One row per counter and entry point, however often it is pressed. */
async function recordStopped(
  { entryPoint, viewer }: Press,
  limit: VelocityLimit,
  key: string,
): Promise<void> {
  const lastAt = await now();
  const id = { ...counterOf(key, HOUR_MS, lastAt), entryPoint };
  const last = { userId: viewer?.userId ?? null, lastAt };
  await db().stoppedAttempt.upsert({
    where: { key_window_entryPoint: id },
    create: { ...id, ...last, limit, count: 1 },
    update: { ...last, count: { increment: 1 } },
  });
}

// eject:start payments
/**
 * Takes an attempt back whose payment was captured, by what it was counted by: limits are for cards that do not pay, and
 * a shop that sells much must not reach its own.
 */
export async function giveBackAttempt(attempt: {
  userId: string | null;
  addressKey: string | null;
  fingerprint: string | null;
  at: Date;
}): Promise<void> {
  const { userId, addressKey, fingerprint, at } = attempt;
  const keys = [keyOf("shop", "")];
  if (userId) keys.push(keyOf("account", userId));
  if (addressKey) keys.push(keyOf("address", addressKey));
  if (fingerprint) keys.push(keyOf("card", fingerprint));
  await giveBack(keys, HOUR_MS, at);
}
// eject:end payments

/** Short, because the row has a hash that may be made from a client address. */
const KEPT_MS = 7 * DAY_MS;

/** Deletes what was recorded for staff a week ago. Background work only. */
export async function deleteOldStoppedAttempts(): Promise<void> {
  const before = new Date((await now()).getTime() - KEPT_MS);
  await db().stoppedAttempt.deleteMany({ where: { lastAt: { lt: before } } });
}
