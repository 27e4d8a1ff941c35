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
import type { AttemptLimit } from "@/prisma/generated/client";

/*
 * The one limit on presses after which ProcessOut asks a bank about a card, against card testing. Every door to a bank's
 * answer passes by `reserveAttempt` before the browser or the server can ask: scripts/lint/bank-doors.test.ts finds them.
 *
 * Nothing that a browser chooses is counted by: the account is that of the session, the address is the one that our own
 * proxies name, the fingerprint is ProcessOut's, of the card's number.
 */

export type Press = {
  /** What was pressed, in the words that staff read. */
  door: string;
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

async function count(press: Press, limit: AttemptLimit, subject: string): Promise<void> {
  const key = keyOf(limit, subject);
  if (await reserve(key, { limit: attemptsPerHour(limit), windowMs: HOUR_MS })) return;
  await recordHeld(press, limit, key);
  throw new AppError({
    code: "card.too-many-attempts",
    message: `The limit per ${limit} held: ${press.door}`,
  });
}

const keyOf = (limit: AttemptLimit, subject: string) => `attempts by ${limit} ${subject}`;

function attemptsPerHour(limit: AttemptLimit): number {
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

/** For staff. One row per counter and door, however often it is pressed. */
async function recordHeld({ door, viewer }: Press, limit: AttemptLimit, key: string): Promise<void> {
  const lastAt = await now();
  const id = { ...counterOf(key, HOUR_MS, lastAt), door };
  const last = { userId: viewer?.userId ?? null, lastAt };
  await db().heldAttempt.upsert({
    where: { key_window_door: id },
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

/** Longer than anybody needs to look into it, and no longer: the row has a hash that may be made from an address. */
const KEPT_MS = 7 * DAY_MS;

/** Deletes what was recorded for staff a week ago. Background work only. */
export async function deleteOldHeldAttempts(): Promise<void> {
  const before = new Date((await now()).getTime() - KEPT_MS);
  await db().heldAttempt.deleteMany({ where: { lastAt: { lt: before } } });
}
