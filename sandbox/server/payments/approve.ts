import { scenarioOf } from "../../scenarios/deck";
import type { InvoiceRow } from "../../store/payment-rows";
import { declined, declineMessage, invalid } from "../errors";
import { transactionBody } from "../resources";
import type { Answer, Context } from "../route";
import { authenticate, continueAuthentication, type Step } from "../three-d-s";
import type { Attempt } from "./attempt";
import { authorizeNow, refuseNow } from "./authorize-now";
import { captureNow, scheduleAutoCapture } from "./capture";
import { recordAuthentication, recordAuthenticationDemand, requiresCardholder } from "./issuer";
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

const NEEDS_AUTHENTICATION = {
  code: "card.needs-authentication",
  message: declineMessage("card.needs-authentication"),
};

/**
 * Takes an attempt through 3-D Secure, the issuer and the capture, as far as it gets now. The answer is the
 * transaction, with a `customer_action` when the shopper must complete one, or 410 with the decline.
 *
 * @param request the `gway_req_` of a client after the bank's page.
 */
export function approve(
  context: Context,
  attempt: Attempt,
  request: string | null,
  options: PaymentOptions,
): Answer {
  if (isMerchantInitiated(context, attempt.invoice)) {
    const isRefused = requiresCardholder(scenarioOf(attempt.card), attempt.card);
    return isRefused
      ? declineForAuthentication(context, attempt)
      : authorizeAndCapture(context, attempt, options);
  }
  const step = stepUp(context, attempt, request);
  if (step.kind === "action") {
    // No client can act: a soft decline, with the action that the shopper has to complete (server-api.md §0.9).
    if (!options.canStepUp)
      return declineForAuthentication(context, attempt, { customer_action: step.action });
    const body = transactionBody(context, attempt.transaction, context.expand);
    return { body: { ...body, customer_action: step.action } };
  }
  if (step.kind === "refused") return refuseStep(context, attempt, step);
  return authorizeAndCapture(context, withThreeDS(context, attempt, step), options);
}

/** Authentication failed: the attempt ends without a request to the issuer. */
export function refuseStep(context: Context, attempt: Attempt, step: Step & { kind: "refused" }): Answer {
  const { transaction } = withThreeDS(context, attempt, step);
  refuseNow(context, transaction, { code: step.code, message: declineMessage(step.code) });
  return declined(step.code);
}

/** Off-session. Only a caller with the secret key can say so: a browser's payment never is (INF). */
function isMerchantInitiated(context: Context, invoice: InvoiceRow): boolean {
  if (context.access === "public") return false;
  if (invoice.initiation_type !== null) return invoice.initiation_type === "mit";
  return invoice.merchant_initiator_type !== null;
}

function declineForAuthentication(
  context: Context,
  attempt: Attempt,
  extra: Record<string, unknown> = {},
): Answer {
  recordAuthenticationDemand(context, attempt.card.id);
  refuseNow(context, attempt.transaction, NEEDS_AUTHENTICATION);
  return declined(NEEDS_AUTHENTICATION.code, extra);
}

/** The next step of 3-D Secure. A `gway_req_` has to belong to this payment and this card. */
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
  if (!refusal) recordAuthentication(context, attempt.card.id);
  return { ...attempt, transaction };
}

/** Asks the issuer, then captures now, schedules a capture, or neither, as `options` says. */
function authorizeAndCapture(context: Context, attempt: Attempt, options: PaymentOptions): Answer {
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
