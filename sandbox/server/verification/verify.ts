import { scenarioOf } from "../../scenarios/deck";
import type { InvoiceRow, TransactionRow } from "../../store/payment-rows";
import type { AuthenticationRow, CardRow, TokenRow } from "../../store/rows";
import type { Engine } from "../engine";
import { declineMessage } from "../errors";
import { fireEvent } from "../events";
import { createInvoice } from "../payments/invoices";
import { recordAuthentication } from "../payments/issuer";
import { notify } from "../payments/notify";
import { authorize, isPayable, recordThreeDS, request } from "../payments/rules/authorization";
import { voidAuthorization } from "../payments/rules/capture-and-void";
import type { Decline } from "../payments/rules/operations";
import { stampNow } from "../payments/stamp";
import { threeDSOf } from "../payments/three-d-s-result";
import { showTokenInEvent } from "../resources";
import { summaryOf } from "../rules/card-number";
import { becomeDefault } from "../rules/default-token";

// The zero-amount payment that verifies a card for a token (server-api.md §3.2, §5): asked of the issuer, answered by
// it at once or later, and voided.

/** How a verification ended; the token is as it is now stored. */
export type Verified =
  /** `pending` and `unknown` included. */
  { kind: "done"; token: TokenRow } | { kind: "declined"; token: TokenRow; code: string };

type Here = Engine & { baseUrl: string };

/** How long the issuers of the `async-…` cards take. */
const LATE_ANSWER_MS = 15_000;

/** Verifies a token's card, after 3-D Secure where the card asks for it. The card's scenario says how it ends. */
export function verifyCard(
  here: Here,
  unverified: TokenRow,
  card: CardRow,
  authentication: AuthenticationRow | null,
): Verified {
  const invoice_id = askIssuer(here, unverified, card, authentication);
  const token = { ...unverified, invoice_id };
  const { verify } = scenarioOf(card);
  switch (verify) {
    case "success":
      return { kind: "done", token: succeed(here, token, card) };
    case "later-success":
    case "later-failure":
      here.jobs.schedule("verification", `${token.id}#${card.id}`, here.clock.ms() + LATE_ANSWER_MS);
      return { kind: "done", token: save(here, token, card, "pending") };
    case "never":
      return { kind: "done", token: save(here, token, card, "pending") };
    case "unknown":
      return { kind: "done", token: save(here, token, card, "unknown") };
    default:
      return { kind: "declined", token: fail(here, token, card, verify), code: verify };
  }
}

/** Job handler for the issuer's late answer. No request waits for it: an event tells the merchant. */
export function finishLateVerification(engine: Engine, subject: string): void {
  const [tokenId = "", cardId = ""] = subject.split("#");
  const token = engine.store.tokens.get(tokenId);
  const card = engine.store.cards.get(cardId);
  if (!card || token?.card_id !== card.id || token.verification_status !== "pending") return;
  const verified =
    scenarioOf(card).verify === "later-success"
      ? succeed(engine, token, card)
      : fail(engine, token, card, "card.declined");
  fireEvent(
    engine,
    token.project_id,
    "customer.token.updated",
    "token",
    showTokenInEvent(engine, verified),
    token.webhook_url,
  );
}

function succeed(engine: Engine, token: TokenRow, given: CardRow): TokenRow {
  recordAnswer(engine, token, null);
  const card = engine.store.cards.get(given.id) ?? given;
  engine.store.cards.put({ ...card, used_by: token.id, authorized_count: card.authorized_count + 1 });
  const verified = save(engine, token, card, "success");
  becomeDefault(engine, verified);
  return verified;
}

function fail(engine: Engine, token: TokenRow, card: CardRow, code: string): TokenRow {
  recordAnswer(engine, token, code);
  return save(engine, token, card, "failed");
}

function save(
  { store }: Engine,
  token: TokenRow,
  card: CardRow,
  verification_status: TokenRow["verification_status"],
): TokenRow {
  const saved: TokenRow = {
    ...token,
    card_id: card.id,
    type: "card",
    summary: token.summary ?? summaryOf(card),
    verification_status,
    is_chargeable: verification_status === "success",
  };
  store.tokens.put(saved);
  return saved;
}

/**
 * Requests the authorization, on an invoice that the API makes itself unless the merchant named one.
 * Returns the invoice's id, for the token to keep.
 */
function askIssuer(
  here: Here,
  token: TokenRow,
  card: CardRow,
  authentication: AuthenticationRow | null,
): string {
  const invoice = verificationInvoice(here, token);
  const transaction = here.store.transactions.get(invoice.transaction_id);
  if (!transaction || !isPayable(transaction)) return invoice.id;
  const payment = { source: card.id, card_id: card.id, token_id: token.id };
  const customer_id = token.customer_id;
  const options = { sale: false, incremental: false, initial_scheme_transaction_id: null };
  const requested = request(transaction, { ...options, ...payment, customer_id }, stampNow(here));
  const checked = authentication
    ? recordThreeDS(requested, threeDSOf(authentication), null, stampNow(here))
    : requested;
  if (authentication) recordAuthentication(here, card.id);
  here.store.invoices.put({ ...invoice, customer_id, token_id: token.id, payment });
  // Pending on the issuer, not on the payer.
  here.store.transactions.put({ ...checked, status: "pending" });
  return invoice.id;
}

/** Records the issuer's answer, and voids the authorization unless the merchant asked to keep the invoice. */
function recordAnswer(engine: Engine, token: TokenRow, code: string | null) {
  const invoice = token.invoice_id ? engine.store.invoices.get(token.invoice_id) : undefined;
  const pending = invoice ? engine.store.transactions.get(invoice.transaction_id) : undefined;
  if (pending?.status !== "pending") return;
  const decline: Decline | null = code === null ? null : { code, message: declineMessage(code) };
  const answered = authorize({ ...pending, status: "waiting" }, decline, stampNow(engine));
  put(engine, answered);
  notify(engine, decline ? "failed" : "authorized", answered);
  if (decline || token.manual_invoice_cancellation === true) return;
  const voided = voidAuthorization(answered, null, stampNow(engine));
  put(engine, voided);
  notify(engine, "voided", voided);
}

const put = (engine: Engine, transaction: TransactionRow) => engine.store.transactions.put(transaction);

function verificationInvoice(here: Here, token: TokenRow): InvoiceRow {
  const named = token.invoice_id ? here.store.invoices.get(token.invoice_id) : undefined;
  if (named) return named;
  const customer = here.store.customers.get(token.customer_id);
  const project = here.store.projects.get(token.project_id);
  return createInvoice(here, token.project_id, {
    name: "Card verification",
    amount: "0",
    currency: customer?.currency ?? project?.default_currency ?? "EUR",
    verification: true,
    customer_id: token.customer_id,
    metadata: token.verify_metadata,
    return_url: token.invoice_return_url ?? undefined,
    statement_descriptor: token.verify_statement_descriptor ?? undefined,
  });
}
