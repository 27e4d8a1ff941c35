import type { CustomerAction, TokenRow } from "../../store/rows";
import { declined, unauthorized } from "../errors";
import { fireEvent } from "../events";
import { find, findCustomer, findToken } from "../find";
import { newId } from "../ids";
import { paginate } from "../pagination";
import { anything, flag, ignored, map, text } from "../params";
import { browserDataAgain, device, paymentOptions, returnUrl, webhookUrl } from "../readers";
import { showListedToken, showToken, showTokenInEvent } from "../resources";
import { type Context, type Route, route } from "../route";
import { becomeDefault, removeToken } from "../rules/default-token";
import { type Attached, attachSource } from "../verification/attach";

/** server-api.md §3.2. */
const SHARED = {
  source: text({ max: 20_000, code: "request.source.invalid" }),
  verify: flag(),
  verify_metadata: map(),
  verify_statement_descriptor: text({ max: 255 }),
  invoice_id: text({ max: 80 }),
  invoice_return_url: returnUrl,
  description: text({ max: 255, code: "request.validation.invalid-description" }),
  summary: text({ max: 255 }),
  metadata: map(),
  set_default: flag(),
  device,
  preferred_scheme: text({ max: 80 }),
  settings: anything,
  gateway_configuration_id: text({ max: 80 }),
  provision_network_token: flag(),
  ...browserDataAgain,
};

const CREATE = {
  ...SHARED,
  manual_invoice_cancellation: flag(),
  return_url: returnUrl,
  cancel_url: returnUrl,
  webhook_url: webhookUrl,
  enable_three_d_s_2: ignored,
};

const ASSIGN = { ...SHARED, ...paymentOptions, preferred_card_type: ignored };

const TOKENS = "/customers/:customer/tokens";
const TOKEN = `${TOKENS}/:token`;

export const tokenRoutes: Route[] = [
  route({ method: "POST", path: TOKENS, access: "private", params: CREATE, handle: create }),
  route({ method: "GET", path: TOKENS, access: "private", params: {}, handle: list }),
  route({ method: "GET", path: TOKEN, access: "private", params: {}, handle: show }),
  route({ method: "PUT", path: TOKEN, access: "public", params: ASSIGN, handle: assign }),
  route({ method: "DELETE", path: TOKEN, access: "client-secret", params: {}, handle: remove }),
];

function create(context: Context<typeof CREATE>) {
  const { store, clock, project, params } = context;
  const customer = findCustomer(context);
  if (params.invoice_id) find(context, store.invoices, params.invoice_id, "invoice");
  const verify = params.verify ?? false;
  const token = store.tokens.insert({
    id: newId("tok"),
    project_id: project.id,
    customer_id: customer.id,
    card_id: null,
    invoice_id: params.invoice_id || null,
    gateway_configuration_id: params.gateway_configuration_id || null,
    type: "pending",
    verify,
    verify_metadata: params.verify_metadata ?? {},
    verify_statement_descriptor: params.verify_statement_descriptor ?? null,
    verification_status: verify ? "pending" : "not-requested",
    is_chargeable: false,
    set_default: params.set_default ?? null,
    summary: params.summary || null,
    description: params.description || null,
    metadata: params.metadata ?? {},
    return_url: params.return_url || null,
    cancel_url: params.cancel_url || null,
    invoice_return_url: params.invoice_return_url || null,
    webhook_url: params.webhook_url || null,
    manual_invoice_cancellation: params.manual_invoice_cancellation ?? null,
    provision_network_token: params.provision_network_token ?? null,
    preferred_scheme: params.preferred_scheme || null,
    device: params.device ?? null,
    created_at: clock.stamp(),
  });
  const attached = params.source
    ? attachSource(context, token, params.source)
    : ({ kind: "done", token } as const);
  return answer(context, attached, "customer.token.created");
}

function list(context: Context) {
  const customer = findCustomer(context);
  const { rows, envelope } = paginate(context.query, context.store.tokens, "customer", customer.id);
  return { body: { ...envelope, tokens: rows.map((row) => showListedToken(context, row, context.expand)) } };
}

function show(context: Context) {
  return {
    body: { token: showToken(context, findToken(context).token, context.expand) },
  };
}

/** A browser holds only the public key: it may attach a source, but not switch off the verification that the server requested. */
function assign(context: Context<typeof ASSIGN>) {
  const { store, params } = context;
  const { token } = findToken(context);
  if (params.invoice_id) find(context, store.invoices, params.invoice_id, "invoice");
  const changed: TokenRow = {
    ...token,
    verify: token.verify || params.verify === true,
    verify_metadata: params.verify_metadata ?? token.verify_metadata,
    verify_statement_descriptor: params.verify_statement_descriptor ?? token.verify_statement_descriptor,
    invoice_id: params.invoice_id || token.invoice_id,
    invoice_return_url: params.invoice_return_url || token.invoice_return_url,
    description: params.description || token.description,
    summary: params.summary || token.summary,
    metadata: params.metadata ?? token.metadata,
    set_default: params.set_default ?? token.set_default,
    provision_network_token: params.provision_network_token ?? token.provision_network_token,
    preferred_scheme: params.preferred_scheme || token.preferred_scheme,
    device: params.device ?? token.device,
  };
  store.tokens.put(changed);
  if (params.source)
    return answer(context, attachSource(context, changed, params.source), "customer.token.updated");
  if (params.set_default && changed.is_chargeable) becomeDefault(context, changed);
  return answer(context, { kind: "done", token: changed }, "customer.token.updated");
}

/** With the public key, the caller proves with a client secret that it pays an invoice of this customer. */
function remove(context: Context) {
  const { token, customer } = findToken(context);
  if (context.access === "public" && !holdsSecretOf(context, customer.id)) {
    throw unauthorized("invalid", "The client secret is not of an invoice of this customer.");
  }
  removeToken(context, token);
  return { body: {} };
}

function holdsSecretOf({ store, clientSecret }: Context, customerId: string): boolean {
  for (const invoice of store.invoices.walk("customer", customerId)) {
    if (invoice.client_secret === clientSecret) return true;
  }
  return false;
}

function answer(context: Context, attached: Attached, event: string) {
  const { token } = attached;
  fireEvent(context, token.project_id, event, "token", showTokenInEvent(context, token), token.webhook_url);
  if (attached.kind === "declined") return declined(attached.code);
  const body: { token: unknown; customer_action?: CustomerAction } = {
    token: showToken(context, token, context.expand),
  };
  if (attached.kind === "action") body.customer_action = attached.action;
  return { body };
}
