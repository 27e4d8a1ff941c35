import { scenarioNamed } from "../../scenarios/deck";
import type { InvoiceRow } from "../../store/payment-rows";
import type { CardRow, TokenRow } from "../../store/rows";
import type { Engine } from "../engine";
import { invalid, notFound } from "../errors";
import { decodeGatewayRequest, isGatewayRequest } from "../gateway-request";
import { insertCardOf } from "../rules/new-card";

/** A source as given, with the card and token that it stands for. */
export type Source = { given: string; card: CardRow; token: TokenRow | null };

/**
 * Resolves `card_…`, `tok_…` or `cust_…`, which stands for the customer's default token (server-api.md
 * §3.4). Card ids are single-use: 400 `request.source.card-already-used` unless this invoice used it. A token
 * has to be chargeable and of the invoice's customer. Statuses of the refusals are INF.
 */
export function resolveSource(engine: Engine, invoice: InvoiceRow, given: string): Source {
  if (given.startsWith("card_")) return { given, card: freshCard(engine, invoice, given), token: null };
  if (given.startsWith("tok_")) return ofToken(engine, invoice, given, given);
  if (given.startsWith("cust_")) {
    const customer = engine.store.customers.get(given);
    if (customer?.project_id !== invoice.project_id) throw notFound("customer");
    if (!customer.default_token_id) throw unusable("The customer has no default token.");
    return ofToken(engine, invoice, customer.default_token_id, given);
  }
  const scenario = gatewayScenario(given);
  if (!scenario) throw unusable("A source is a card, a token, a customer or a gateway request.");
  const card = insertCardOf(engine, scenario, { project_id: invoice.project_id });
  return { given, card, token: null };
}

/** The sandbox gateway's own token, with which the test suites of the SDKs pay (server-api.md §7), and its card. */
const GATEWAY_TOKENS = new Map([["test-valid", "visa"]]);

/**
 * The test card that a `gway_req_` of the shop's own pays with. Undefined for any other source, also for a
 * `gway_req_` that a client sends after the bank's page, which resumes a payment.
 */
export function gatewayScenario(given: string) {
  const token = isGatewayRequest(given) ? decodeGatewayRequest(given).gatewayToken : null;
  return scenarioNamed(GATEWAY_TOKENS.get(token ?? "") ?? "");
}

function freshCard(engine: Engine, invoice: InvoiceRow, id: string): CardRow {
  const card = engine.store.cards.get(id);
  if (card?.project_id !== invoice.project_id) throw notFound("card");
  if (card.used_by !== null && card.used_by !== invoice.id) {
    throw invalid("request.source.card-already-used", "The card was already used.", "source");
  }
  return card;
}

function ofToken(engine: Engine, invoice: InvoiceRow, id: string, given: string): Source {
  const token = engine.store.tokens.get(id);
  if (token?.project_id !== invoice.project_id) throw notFound("token");
  if (invoice.customer_id !== null && invoice.customer_id !== token.customer_id) {
    throw invalid("resource.not-linked", "The token belongs to another customer.", "source");
  }
  const card = token.card_id ? engine.store.cards.get(token.card_id) : undefined;
  if (!token.is_chargeable || !card) throw unusable("The token cannot be charged.");
  return { given, card, token };
}

const unusable = (message: string) => invalid("request.source.invalid", message, "source");
