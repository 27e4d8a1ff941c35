import type { InvoiceRow, TransactionRow } from "../../store/payment-rows";
import { parseAmount } from "../amounts";
import { declined, invalid } from "../errors";
import { isGatewayRequest } from "../gateway-request";
import { transactionBody } from "../resources";
import type { Answer, Context } from "../route";
import { approve, type PaymentOptions, refuseStep, stepUp } from "./approve";
import { type Attempt, resumeAttempt, startAttempt } from "./attempt";
import { captureNow } from "./capture";
import { transactionOf } from "./invoices";
import type { PaymentParams } from "./params";
import { isPayable } from "./rules/authorization";
import { openAmount } from "./rules/capture-and-void";
import { requireAmount, requireState } from "./rules/guards";
import { requireOwner } from "./save-source";
import { gatewayScenario } from "./source";

/**
 * POST /invoices/{i}/authorize and /capture. A capture authorizes first when nothing is authorized yet. After an
 * authorization the same source confirms the payment: authorize answers it unchanged, capture captures the open
 * amount, and nothing is charged twice (server-api.md §3.4).
 */
export function pay(
  context: Context,
  invoice: InvoiceRow,
  params: PaymentParams,
  intent: "authorize" | "capture",
): Answer {
  const options = optionsOf(context, invoice, params, intent);
  forbidClientCapture(context, invoice, options);
  const transaction = transactionOf(context, invoice);
  const given = params.source;
  if (!isPayable(transaction)) return confirmPaid(context, invoice, transaction, given, options);

  const most = parseAmount(transaction.amount) ?? 0n;
  const asked = parseAmount(options.captureAmount);
  requireAmount(asked === null || (asked > 0n && asked <= most), "More than the invoice's amount.");
  if (given && isGatewayRequest(given) && !gatewayScenario(given)) {
    return approve(context, resumeAttempt(context, invoice, transaction), given, {
      ...options,
      canStepUp: true,
    });
  }
  return approve(context, start(context, invoice, params, options), null, options);
}

/** POST /invoices/{i}/three-d-s: the first `customer_action` of a payment, if the card requires one. */
export function prepare(context: Context, invoice: InvoiceRow, params: PaymentParams): Answer {
  const options = optionsOf(context, invoice, params, "authorize");
  const attempt = start(context, invoice, params, options);
  const step = stepUp(context, attempt, null);
  if (step.kind === "refused") return refuseStep(context, attempt, step);
  return { body: step.kind === "action" ? { customer_action: step.action } : {} };
}

function start(
  context: Context,
  invoice: InvoiceRow,
  params: PaymentParams,
  options: PaymentOptions,
): Attempt {
  const { source } = params;
  if (!source) throw invalid("request.validation.missing-source", "A payment needs a source.", "source");
  requireNotExpired(context, invoice);
  requireOwner(invoice, options.saveSource);
  return startAttempt(context, invoice, transactionOf(context, invoice), source, {
    sale: options.capture,
    incremental: params.incremental ?? invoice.incremental ?? false,
    initial_scheme_transaction_id: params.initial_scheme_transaction_id ?? null,
  });
}

function optionsOf(
  context: Context,
  invoice: InvoiceRow,
  params: PaymentParams,
  intent: string,
): PaymentOptions {
  const captureAt = params.auto_capture_at ?? invoice.auto_capture_at;
  return {
    // A verification has no amount to capture.
    capture: intent === "capture" && params.authorize_only !== true && invoice.amount !== "0",
    captureAt,
    captureAmount: params.capture_amount ?? null,
    captureType: params.capture_type ?? "non-final",
    saveSource: params.save_source ?? false,
    canStepUp: params.enable_three_d_s_2 === true || context.access === "public",
  };
}

/** INF: a capture by a client that only the server may make is refused, so that no integration relies on it. */
function forbidClientCapture(context: Context, invoice: InvoiceRow, options: PaymentOptions) {
  if (options.capture && invoice.require_backend_capture === true && context.access === "public") {
    const message = "The invoice requires a capture from the backend: send authorize_only.";
    throw invalid("request.validation.error", message, "authorize_only");
  }
}

function requireNotExpired(context: Context, invoice: InvoiceRow) {
  const isExpired = invoice.expires_at !== null && Date.parse(invoice.expires_at) <= context.clock.ms();
  requireState(!isExpired, "The invoice has expired.");
}

/** Confirms an authorized payment. Refuses another source, and a voided payment. */
function confirmPaid(
  context: Context,
  invoice: InvoiceRow,
  transaction: TransactionRow,
  given: string | undefined,
  options: PaymentOptions,
): Answer {
  requireState(transaction.status !== "voided", "The payment was voided.");
  requireState(
    isSource(invoice, transaction, given),
    "The invoice was paid with another source. Nothing was charged.",
  );
  const amount = parseAmount(options.captureAmount);
  const isRepeated =
    openAmount(transaction) === 0n &&
    (amount === null || options.captureAmount === transaction.captured_amount);
  if (!options.capture || isRepeated) return { body: transactionBody(context, transaction, context.expand) };
  const captured = captureNow(context, transaction, options.captureAmount, options.captureType);
  if (captured.decline) return declined(captured.decline.code, { authorized: true, captured: false });
  return { body: transactionBody(context, captured.transaction, context.expand) };
}

function isSource(invoice: InvoiceRow, transaction: TransactionRow, given: string | undefined): boolean {
  if (!given || isGatewayRequest(given)) return true;
  const known = [invoice.payment?.source, transaction.card_id, transaction.token_id, transaction.customer_id];
  return known.includes(given);
}
