import { queueMail } from "@/lib/mail/queue";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { cardName, shownScheme } from "./card";
import { CardExpiringMail } from "./card-emails";

/**
 * Cards that can pay and end next month, whose owner was not told of this expiry. By an index over project, state and
 * expiry. Background work only: it names users.
 */
export async function listCardsToRemind({ at, limit }: { at: Date; limit: number }) {
  const { expYear, expMonth } = monthAfter(at);
  return db().savedCard.findMany({
    where: {
      projectId: env().PROCESSOUT_PROJECT_ID,
      state: "attached",
      expYear,
      expMonth,
      isChargeable: true,
      OR: [{ remindedOf: null }, { remindedOf: { not: keyOf({ expYear, expMonth }) } }],
    },
    include: { user: { select: { email: true } } },
    take: limit,
  });
}

export type CardToRemind = Awaited<ReturnType<typeof listCardsToRemind>>[number];

/** Queues the mail, then notes it: a crash in between queues it again under the same key, which is no second mail. */
export async function remindOfExpiry(card: CardToRemind): Promise<void> {
  const { id, last4, expMonth, expYear, user } = card;
  if (expMonth === null || expYear === null) return;
  const remindedOf = keyOf({ expYear, expMonth });
  const name = cardName({ brand: shownScheme(card), last4 });
  await queueMail({
    key: `card-expiring:${id}:${remindedOf}`,
    to: user.email,
    subject: `Your ${name} is about to expire`,
    body: CardExpiringMail({
      card: name,
      url: `${env().NEXTAUTH_URL}/cards/new`,
      endsIn: MONTH.format(Date.UTC(expYear, expMonth - 1)),
    }),
  });
  await db().savedCard.updateMany({ where: { id }, data: { remindedOf } });
}

/** In UTC, as `expiryOf` counts. */
export function monthAfter(at: Date): { expYear: number; expMonth: number } {
  const next = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1));
  return { expYear: next.getUTCFullYear(), expMonth: next.getUTCMonth() + 1 };
}

const keyOf = ({ expYear, expMonth }: { expYear: number; expMonth: number }) =>
  `${expYear}-${String(expMonth).padStart(2, "0")}`;

const MONTH = new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" });
