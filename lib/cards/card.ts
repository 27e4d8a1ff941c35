import { lookUp } from "@/lib/platform/typed-text";

/** A saved card as a screen shows it. Holds no ProcessOut id and no card number. */
export type Card = {
  id: string;
  /** The network to show (`shownScheme`), in ProcessOut's spelling: "carte bancaire". */
  brand: string | null;
  /** The other network of a co-badged card. */
  otherBrand: string | null;
  last4: string | null;
  expMonth: number | null;
  expYear: number | null;
  expiry: Expiry;
  /** The shopper's own name for the card, in any script, at most 40 characters. */
  nickname: string | null;
  isDefault: boolean;
  /** The list has another token of the same card. */
  isSavedTwice: boolean;
  /** `canPayNow` of its row. */
  canPay: boolean;
  /** `isConfirmed` of its row: it may be charged off-session. */
  isConfirmed: boolean;
  status: CardStatus;
  statusLabel: string;
  statusSentence: string | null;
};

/**
 * - `verified`: the issuer confirmed the card, when it was saved or since.
 * - `unverified`: saved without verification; the first payment verifies it.
 * - `checking`: verification is pending.
 * - `declined`: the issuer declined it.
 * - `unconfirmed`: ProcessOut does not know the result, or sent a status that this code does not know.
 * - `blocked`: verified or saved without verification, but not chargeable at ProcessOut.
 */
export type CardStatus = "verified" | "unverified" | "checking" | "declined" | "unconfirmed" | "blocked";

/** `next-month` and `this-month` can still pay; `expired` cannot, and can still be deleted. */
export type Expiry = "valid" | "next-month" | "this-month" | "expired";

/** What a card pays for off-session, and what the shopper agrees to when another card takes over. */
export type CardUse = { name: string; agreement: string };

/** An attempt that was started and not finished. Its challenge cannot be resumed; the attempt is restarted or discarded. */
export type OpenAttempt = Pick<Card, "id" | "brand" | "last4">;

export type SaveCardRequest = {
  /** `card_…`, as the browser has just tokenized it. Each id can be used once. */
  cardId: string;
  /** Make the new card the default. Otherwise the present default stays. */
  makeDefault: boolean;
};

/** What the browser needs to assign a card to a token with verification. */
export type VerificationTarget = {
  attemptId: string;
  customerId: string;
  tokenId: string;
  preferredScheme: string | null;
};

export type StartCardResult =
  | ({ kind: "started" } & VerificationTarget)
  /** The same number and expiry are saved already; no token was created. */
  | { kind: "already-saved"; card: Card };

/** The result of an attempt to save a card. */
export type SaveCardResult =
  | { kind: "saved"; card: Card }
  /** Verification is pending: the card is listed and cannot pay yet. */
  | { kind: "checking"; card: Card }
  | { kind: "stopped"; code: string; message: string };

/**
 * The network to show for a co-badged card: the one that the shopper chose, else the card's own. EU rules (IFR art. 8)
 * leave that choice to the shopper.
 */
export const shownScheme = (card: { scheme: string | null; preferredScheme: string | null }) =>
  card.preferredScheme ?? card.scheme;

/** ProcessOut's scheme names and those of processout.js, which are hyphenated, as shoppers know them. */
const NAMES: Record<string, string> = {
  visa: "Visa",
  mastercard: "Mastercard",
  "american express": "American Express",
  "carte bancaire": "Carte Bancaire",
  "diners club": "Diners Club",
  discover: "Discover",
  jcb: "JCB",
  maestro: "Maestro",
  "china union pay": "UnionPay",
  "union pay": "UnionPay",
};

export const plainBrand = (brand: string | null) => (brand ?? "").toLowerCase().replaceAll("-", " ");

/** A network without a name here keeps ProcessOut's name, capitalized. */
export function brandName(brand: string | null): string {
  const plain = plainBrand(brand);
  return lookUp(NAMES, plain) ?? (plain.replace(/^./, (first) => first.toUpperCase()) || "Card");
}

/** "Visa ending in 4242": the name of a card in e-mails, dialogs and for screen readers. */
export const cardName = ({ brand, last4 }: { brand: string | null; last4: string | null }) =>
  last4 ? `${brandName(brand)} ending in ${last4}` : brandName(brand);

/** "Work, Visa ending in 4242": a card in a list, with the shopper's own name for it. */
export const cardLabel = ({ nickname, ...card }: Pick<Card, "nickname" | "brand" | "last4">) =>
  [nickname, cardName(card)].filter(Boolean).join(", ");

/** "Pays for Landfall and Bosun". */
export const usesText = (uses: readonly CardUse[]) =>
  `Pays for ${new Intl.ListFormat("en-GB", { type: "conjunction" }).format(uses.map(({ name }) => name))}`;

/** "04/30", or null when the expiry is unknown. */
export const expiryText = ({ expMonth, expYear }: Pick<Card, "expMonth" | "expYear">) =>
  expMonth && expYear
    ? `${String(expMonth).padStart(2, "0")}/${String(expYear % 100).padStart(2, "0")}`
    : null;

export type StartConfirmationResult =
  /** The arguments of `makeCardPayment(invoiceId, source, { authorize_only: true })` in the browser. */
  | { kind: "started"; invoiceId: string; source: string }
  /** The bank has confirmed the card already. */
  | { kind: "confirmed" };

export type ConfirmCardResult = { kind: "confirmed" } | { kind: "stopped"; message: string };
