import type { CustomerRow, TokenRow } from "../../store/rows";
import type { Engine } from "../engine";
import { invalid, notFound } from "../errors";
import { fireEvent } from "../events";
import { showToken } from "../resources";

/**
 * Makes a token the customer's default. In the recordings the token attached last is the default without a request
 * for it (server-api.md §4.2), so every token that becomes chargeable replaces it, unless the caller said
 * `set_default: false` and the customer has a default already.
 */
export function becomeDefault(engine: Engine, token: TokenRow): void {
  const customer = engine.store.customers.get(token.customer_id);
  if (!customer || customer.default_token_id === token.id) return;
  if (token.set_default === false && customer.default_token_id !== null) return;
  engine.store.customers.put({ ...customer, default_token_id: token.id });
}

/** Checks that a token may be the customer's default: chargeable, and one of their own. Returns its id. */
export function chooseDefault({ store }: Engine, customer: CustomerRow, id: string): string {
  const token = store.tokens.get(id);
  if (token?.project_id !== customer.project_id) throw notFound("token");
  if (token.customer_id !== customer.id) {
    throw invalid("resource.not-linked", "The token belongs to another customer.", "default_token_id");
  }
  if (!token.is_chargeable) {
    throw invalid("request.source.invalid", "The token cannot be charged.", "default_token_id");
  }
  return id;
}

/**
 * Deletes a token. No recording shows whether ProcessOut promotes another one when the default is deleted; here the
 * customer has none afterwards, which clients have to handle in any case.
 */
export function removeToken(engine: Engine, token: TokenRow): void {
  const { store } = engine;
  const snapshot = showToken(engine, token);
  store.tokens.remove(token.id);
  const customer = store.customers.get(token.customer_id);
  if (customer?.default_token_id === token.id) store.customers.put({ ...customer, default_token_id: null });
  fireEvent(engine, token.project_id, "customer.token.deleted", "token", snapshot, token.webhook_url);
}
