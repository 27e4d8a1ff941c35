/** A saved card as a screen draws it. Made by the data layer from a row; no ProcessOut id and no number in it. */
export type Card = {
  id: string;
  /** The network to show: the one the shopper chose, else the card's own. ProcessOut's spelling, "carte bancaire". */
  brand: string | null;
  /** The other network of a co-badged card. */
  otherBrand: string | null;
  last4: string | null;
  expMonth: number | null;
  expYear: number | null;
  expiry: Expiry;
  /** The shopper's own words: any script, any length up to 40. */
  nickname: string | null;
  isDefault: boolean;
  /** Chargeable, not refused and not expired. */
  canPay: boolean;
  status: CardStatus;
  statusLabel: string;
  statusSentence: string | null;
};

/**
 * - `verified`: the bank confirmed the card.
 * - `unverified`: kept without asking the bank; the first payment asks.
 * - `checking`: the bank has not answered yet.
 * - `refused`: the bank said no.
 * - `unconfirmed`: nobody could tell us, or a word we do not know.
 * - `blocked`: confirmed or kept, and yet ProcessOut will not charge it.
 */
export type CardStatus = "verified" | "unverified" | "checking" | "refused" | "unconfirmed" | "blocked";

/** `next-month` and `this-month` still pay; `expired` does not, and can still be deleted. */
export type Expiry = "valid" | "next-month" | "this-month" | "expired";

/** An attempt that was begun and never finished. A challenge cannot be resumed, only started over or given up. */
export type OpenAttempt = Pick<Card, "id" | "brand" | "last4">;

/** How an attempt to save a card ended. */
export type Ending =
  | { kind: "saved"; card: Card }
  /** The bank answers later; the card is listed and cannot pay yet. */
  | { kind: "checking"; card: Card }
  | { kind: "stopped"; code: string; message: string };
