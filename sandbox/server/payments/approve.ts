import { scenarioOf } from "../../scenarios/scenarios";
import type { InvoiceRow } from "../../store/payment-rows";
import { declined, declineMessage, invalid } from "../errors";
import { transactionBody } from "../resources";
import type { Answer, Context } from "../route";
import { authenticate, continueAuthentication, type Step } from "../three-d-s";
import type { Attempt } from "./attempt";
import { authorizeNow, refuseNow } from "./authorize-now";
import { scheduleAutoCapture } from "./capture-later";
import { captureNow } from "./capture-now";
import { rememberAsked, rememberAuthenticated } from "./history";
import { needsShopper } from "./outcome";
import { recordThreeDS } from "./rules/authorization";
import { saveSource } from "./save-source";
import { stampNow } from "./stamp";
import { threeDSOf } from "./three-d-s-result";

/** What a call of authorize or capture asks for, from its parameters, the invoice and the credentials. */
export type PaymentOptions = {
  /** Capture too, now or at `captureAt`. */
  capture: boolean;
  captureAt: string | null;
  captureAmount: string | null;
  captureType: "final" | "non-final";
  saveSource: boolean;
  /** A client is present that can show the bank's page. */
  canStepUp: boolean;
};

const NEEDS_SHOPPER = {
  code: "card.needs-authentication",
  message: declineMessage("card.needs-authentication"),
};

/**
 * Takes an attempt through 3-D Secure, the issuer and the capture, as far as it gets now. The answer is the
 * transaction, with a `customer_action` when the shopper has to see their bank, or 410 with the decline.
 *
 * @param request the `gway_req_` a client brought back from the bank's page.
 */
export function approve(
  context: Context,
  attempt: Attempt,
  request: string | null,
  options: PaymentOptions,
): Answer {
  if (isMerchantInitiated(context, attempt.invoice)) {
    const isRefused = needsShopper(scenarioOf(attempt.card), attempt.card);
    return isRefused ? askForShopper(context, attempt) : ask(context, attempt, options);
  }
  const step = stepUp(context, attempt, request);
  if (step.kind === "action") {
    // Nobody is there to act: a soft decline, with what the shopper has to open (server-api.md §0.9).
    if (!options.canStepUp) return askForShopper(context, attempt, { customer_action: step.action });
    const body = transactionBody(context, attempt.transaction, context.expand);
    return { body: { ...body, customer_action: step.action } };
  }
  if (step.kind === "refused") return refuseStep(context, attempt, step);
  return ask(context, withThreeDS(context, attempt, step), options);
}

/** The bank would not vouch for the shopper: the attempt fails without asking the issuer. */
export function refuseStep(context: Context, attempt: Attempt, step: Step & { kind: "refused" }): Answer {
  const { transaction } = withThreeDS(context, attempt, step);
  refuseNow(context, transaction, { code: step.code, message: declineMessage(step.code) });
  return declined(step.code);
}

/** The shopper is not there: only the secret key can say so, whatever the invoice says (INF). */
function isMerchantInitiated(context: Context, invoice: InvoiceRow): boolean {
  if (context.access === "public") return false;
  if (invoice.initiation_type !== null) return invoice.initiation_type === "mit";
  return invoice.merchant_initiator_type !== null;
}

function askForShopper(context: Context, attempt: Attempt, extra: Record<string, unknown> = {}): Answer {
  rememberAsked(context, attempt.card.id);
  refuseNow(context, attempt.transaction, NEEDS_SHOPPER);
  return declined(NEEDS_SHOPPER.code, extra);
}

/** What the card's bank wants next. A `gway_req_` has to be of this payment and this card. */
export function stepUp(
  context: Context,
  { invoice, transaction, card }: Attempt,
  request: string | null,
): Step {
  if (request) {
    const step = continueAuthentication(context, request, invoice.id);
    if (step.authentication?.card_id === card.id) return step;
    throw invalid("request.source.invalid", "The gateway request is of another card's payment.", "source");
  }
  return authenticate(context, card, {
    projectId: invoice.project_id,
    owner: invoice.id,
    amount: transaction.amount,
    currency: transaction.currency,
    device: invoice.device,
    returnUrl: invoice.return_url,
  });
}

function withThreeDS(context: Context, attempt: Attempt, step: Exclude<Step, { kind: "action" }>): Attempt {
  if (!step.authentication) return attempt;
  const refusal = step.kind === "refused" ? { code: step.code, message: declineMessage(step.code) } : null;
  const threeDS = threeDSOf(step.authentication);
  const transaction = recordThreeDS(attempt.transaction, threeDS, refusal, stampNow(context));
  if (!refusal) rememberAuthenticated(context, attempt.card.id);
  return { ...attempt, transaction };
}

/** Asks the issuer, then captures or plans to, as wished. */
function ask(context: Context, attempt: Attempt, options: PaymentOptions): Answer {
  const authorized = authorizeNow(context, attempt.transaction, attempt.card);
  if (authorized.decline) return declined(authorized.decline.code);
  const transaction = options.saveSource
    ? saveSource(context, authorized.transaction, attempt.card)
    : authorized.transaction;
  if (options.captureAt) {
    scheduleAutoCapture(
      context,
      transaction.id,
      options.captureAt,
      options.captureAmount,
      options.captureType,
    );
  } else if (options.capture) {
    const captured = captureNow(context, transaction, options.captureAmount, options.captureType);
    if (captured.decline) return declined(captured.decline.code, { authorized: true, captured: false });
    return { body: transactionBody(context, captured.transaction, context.expand) };
  }
  return { body: transactionBody(context, transaction, context.expand) };
}
