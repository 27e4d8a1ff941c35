import { Letter, Paragraph } from "@/lib/mail/letter";
import { queueMail } from "@/lib/mail/queue";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { cardName, shownScheme } from "./card";
import type { SavedCardRow } from "./queries";

export type CardWithEmail = SavedCardRow & { user: { email: string } };

/*
 * Each e-mail is queued first, and noted in the row afterwards. A crash in between queues it again under the same key,
 * which does not send it twice.
 */

/** Queues the e-mail that a card was added or removed. */
export async function sendCardEmail(row: CardWithEmail): Promise<void> {
  const notifiedState = row.state === "removed" ? "removed" : "added";
  const card = nameOf(row);
  const url = `${env().NEXTAUTH_URL}/cards`;
  await queueMail({
    key: `card-${notifiedState}:${row.id}`,
    to: row.user.email,
    subject: `${card} was ${notifiedState}`,
    body: notifiedState === "added" ? CardAddedMail({ card, url }) : CardRemovedMail({ card, url }),
  });
  await db().savedCard.updateMany({ where: { id: row.id }, data: { notifiedState } });
}

/** Queues the e-mail that a card expires next month. */
export async function sendExpiryReminder(row: CardWithEmail): Promise<void> {
  const { id, expMonth, expYear, user } = row;
  if (expMonth === null || expYear === null) return;
  const expiryNotifiedFor = expiryKey({ expYear, expMonth });
  const card = nameOf(row);
  await queueMail({
    key: `card-expiring:${id}:${expiryNotifiedFor}`,
    to: user.email,
    subject: `Your ${card} is about to expire`,
    body: CardExpiringMail({
      card,
      url: `${env().NEXTAUTH_URL}/cards/new`,
      lastMonth: MONTH.format(Date.UTC(expYear, expMonth - 1)),
    }),
  });
  await db().savedCard.updateMany({ where: { id }, data: { expiryNotifiedFor } });
}

/** "2027-04": sorts by date, and names an expiry in `expiryNotifiedFor` and in the e-mail's key. */
export const expiryKey = ({ expYear, expMonth }: { expYear: number; expMonth: number }) =>
  `${expYear}-${String(expMonth).padStart(2, "0")}`;

const MONTH = new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" });

const nameOf = (row: SavedCardRow) => cardName({ brand: shownScheme(row), last4: row.last4 });

/** `card` is its `cardName`; `url` is the page that the button opens. */
type CardMail = { card: string; url: string };

const CardAddedMail = ({ card, url }: CardMail) => (
  <Letter
    preview={`${card} was added to your saved cards.`}
    heading="A card was added."
    action={{ label: "See your cards", url }}
    footnote="Was this not you? Delete the card and sign out everywhere from your profile."
  >
    <Paragraph>
      Your {card} is saved. We keep no card number: ProcessOut holds it, and you can delete it at any time.
    </Paragraph>
  </Letter>
);

const CardRemovedMail = ({ card, url }: CardMail) => (
  <Letter
    preview={`${card} was removed from your saved cards.`}
    heading="A card was removed."
    action={{ label: "See your cards", url }}
    footnote="Was this not you? Sign out everywhere from your profile."
  >
    <Paragraph>
      Your {card} is deleted, here and at ProcessOut. Nothing can be charged to it any more.
    </Paragraph>
  </Letter>
);

const CardExpiringMail = ({ card, url, lastMonth }: CardMail & { lastMonth: string }) => (
  <Letter
    preview={`${card} is valid until the end of ${lastMonth}.`}
    heading="A card is about to expire."
    action={{ label: "Add a new card", url }}
    footnote="You get this e-mail once per card, in the month before it expires."
  >
    <Paragraph>
      Your {card} is valid until the end of {lastMonth}. Add its replacement before then, so that your next
      payments are not interrupted.
    </Paragraph>
  </Letter>
);
