import type { CardRow, CustomerAction, TokenRow } from "../../store/rows";
import { invalid, notFound } from "../errors";
import { isGatewayRequest } from "../gateway-request";
import type { Context } from "../route";
import { summaryOf } from "../rules/card-number";
import { becomeDefault } from "../rules/default-token";
import { authenticate, continueAuthentication, type Step } from "../three-d-s";
import { type Verified, verifyCard } from "./verify";

/** How attaching a source to a token ended; the token is as it is now stored. */
export type Attached =
  | Verified
  /** The client has to complete a customer action first, and comes back with another source. */
  | { kind: "action"; token: TokenRow; action: CustomerAction };

/**
 * Attaches a source to a token: `card_…` the first time, `gway_req_…` after a customer action.
 * Without verification the token can be charged at once. With it, 3-D Secure comes first where the card asks
 * for it, then a zero-amount verification.
 */
export function attachSource(context: Context, token: TokenRow, source: string): Attached {
  if (isGatewayRequest(source)) {
    const step = continueAuthentication(context, source, token.id);
    const card = step.authentication && context.store.cards.get(step.authentication.card_id);
    if (!card) throw notFound("card");
    return isAttached(token, card) ? { kind: "done", token } : afterStep(context, token, card, step);
  }
  const card = findSource(context, token, source);
  if (isAttached(token, card)) return { kind: "done", token };

  context.store.cards.put({ ...card, used_by: token.id });
  if (!token.verify) return { kind: "done", token: attachUnverified(context, token, card) };
  const customer = context.store.customers.get(token.customer_id);
  const step = authenticate(context, card, {
    projectId: token.project_id,
    owner: token.id,
    amount: "0",
    currency: customer?.currency ?? context.project.default_currency,
    device: token.device,
    returnUrl: token.invoice_return_url,
  });
  return afterStep(context, token, card, step);
}

function afterStep(context: Context, token: TokenRow, card: CardRow, step: Step): Attached {
  if (step.kind === "passed") return verifyCard(context, token, card, step.authentication);
  const waiting = { verification_status: "pending", is_chargeable: false } as const;
  if (step.kind === "action") {
    return { kind: "action", token: save(context, { ...token, ...waiting }), action: step.action };
  }
  const failed = save(context, { ...token, verification_status: "failed", is_chargeable: false });
  return { kind: "declined", token: failed, code: step.code };
}

/** A card id works once: for one token, and until its verification is final (server-api.md §0.10). */
function findSource({ store, project }: Context, token: TokenRow, source: string): CardRow {
  if (!source.startsWith("card_")) {
    throw invalid(
      "request.source.invalid",
      "A token takes a card or a gateway request as its source.",
      "source",
    );
  }
  const card = store.cards.get(source);
  if (card?.project_id !== project.id) throw notFound("card");
  const mayComeBack =
    card.used_by === token.id && (token.verification_status === "pending" || isAttached(token, card));
  if (card.used_by !== null && !mayComeBack) {
    throw invalid(
      "request.source.card-already-used",
      "The card was already used for a payment or a token.",
      "source",
    );
  }
  return card;
}

const isAttached = (token: TokenRow, card: CardRow) =>
  token.card_id === card.id && token.verification_status !== "failed";

function attachUnverified(context: Context, token: TokenRow, card: CardRow): TokenRow {
  const attached = save(context, {
    ...token,
    card_id: card.id,
    type: "card",
    summary: token.summary ?? summaryOf(card),
    verification_status: "not-requested",
    is_chargeable: true,
  });
  becomeDefault(context, attached);
  return attached;
}

function save({ store }: Context, token: TokenRow): TokenRow {
  store.tokens.put(token);
  return token;
}
