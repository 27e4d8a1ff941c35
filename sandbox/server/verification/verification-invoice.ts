import type { InvoiceRow, TransactionRow } from "../../store/payment-rows";
import type { AuthenticationRow, CardRow, TokenRow } from "../../store/rows";
import { declineMessage } from "../errors";
import { rememberAuthenticated } from "../payments/history";
import { createInvoice } from "../payments/invoices";
import { notify } from "../payments/notify";
import { authorize, isPayable, recordThreeDS, request } from "../payments/rules/authorization";
import type { Decline } from "../payments/rules/operations";
import { voidAuthorization } from "../payments/rules/settlement";
import { stampNow } from "../payments/stamp";
import { threeDSOf } from "../payments/three-d-s-result";
import type { Engine } from "../route";

type Here = Engine & { baseUrl: string };

/**
 * The payment behind a token's verification, asked of the issuer but not answered yet: a zero-amount invoice
 * that the API makes itself, unless the merchant named one (server-api.md §3.2, §5).
 * Gives back the invoice's id, for the token to keep.
 */
export function startVerification(
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
  if (authentication) rememberAuthenticated(here, card.id);
  here.store.invoices.put({ ...invoice, customer_id, token_id: token.id, payment });
  // Waiting for the bank, not for the payer.
  here.store.transactions.put({ ...checked, status: "pending" });
  return invoice.id;
}

/** The issuer's answer to it. What was authorized is voided at once, unless the merchant keeps the invoice. */
export function finishVerification(engine: Engine, token: TokenRow, code: string | null) {
  const invoice = token.invoice_id ? engine.store.invoices.get(token.invoice_id) : undefined;
  const pending = invoice ? engine.store.transactions.get(invoice.transaction_id) : undefined;
  if (pending?.status !== "pending") return;
  const decline: Decline | null = code === null ? null : { code, message: declineMessage(code) };
  const answered = authorize({ ...pending, status: "waiting" }, decline, stampNow(engine));
  keep(engine, answered);
  notify(engine, decline ? "failed" : "authorized", answered);
  if (decline || token.manual_invoice_cancellation === true) return;
  const voided = voidAuthorization(answered, null, stampNow(engine));
  keep(engine, voided);
  notify(engine, "voided", voided);
}

const keep = (engine: Engine, transaction: TransactionRow) => engine.store.transactions.put(transaction);

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
