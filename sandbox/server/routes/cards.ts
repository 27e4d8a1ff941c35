import type { CardRow } from "../../store/rows";
import { invalid, notFound, notSupported } from "../errors";
import { find } from "../find";
import { paginate } from "../pagination";
import { anything, ignored, integer, map, object, text } from "../params";
import { BROWSER_DATA, country, device, paymentOptions } from "../readers";
import { showCard } from "../resources";
import { type Context, type Route, route } from "../route";
import { cardNumber, securityCode } from "../rules/card-number";
import { issuerOf } from "../rules/iin";
import { chosenScheme, insertCard } from "../rules/new-card";

const month = integer({ min: 1, max: 12, code: "card.invalid-expiry-month" });
const year = integer({ min: 0, max: 2199, code: "card.invalid-expiry-year" });
const line = text({ max: 255 });
const zip = text({ max: 16, code: "card.invalid-zip" });

/** Given a form or a card, makeCardToken sends its options with the card as well (browser-client.md §6). */
const tokenOptions = {
  ...paymentOptions,
  verify: ignored,
  verify_metadata: ignored,
  set_default: ignored,
  provision_network_token: ignored,
  idempotency_key: ignored,
  iterationNumber: ignored,
  gatewayRequestSource: ignored,
};

/** server-api.md §3.3. Browsers send `cvc2` and texts, phones `cvc` and numbers. */
const CREATE = {
  number: cardNumber,
  exp_month: month,
  exp_year: year,
  exp_day: ignored,
  cvc: securityCode,
  cvc2: securityCode,
  name: text({ max: 255, code: "card.invalid-name" }),
  contact: object({
    address1: line,
    address2: line,
    city: line,
    state: line,
    zip,
    country_code: country,
    billing_country_code: country,
  }),
  // Where the example of processout.js has it.
  zip,
  shipping: anything,
  device,
  ...BROWSER_DATA,
  preferred_scheme: text({ max: 80 }),
  preferred_card_type: text({ max: 80 }),
  metadata: map(),
  token_type: text({ max: 80 }),
  payment_token: anything,
  applepay_response: anything,
  applepay_mid: anything,
  eci: anything,
  cryptogram: anything,
  scheme_details: anything,
  ...tokenOptions,
};

const UPDATE = {
  cvc: securityCode,
  cvc2: securityCode,
  // Fields of the SDKs' update request; what was changed says both.
  update_type: ignored,
  update_reason: ignored,
  preferred_scheme: text({ max: 80 }),
  scheme_details: anything,
};

const CARD = "/cards/:card";

export const cardRoutes: Route[] = [
  route({ method: "POST", path: "/cards", access: "public", params: CREATE, handle: create }),
  route({ method: "GET", path: "/cards", access: "private", params: {}, handle: list }),
  route({ method: "GET", path: CARD, access: "private", params: {}, handle: show }),
  route({ method: "PUT", path: CARD, access: "public", params: UPDATE, handle: update }),
  route({ method: "DELETE", path: CARD, access: "private", params: {}, handle: remove }),
  route({ method: "GET", path: "/iins/:iin", access: "public", params: {}, handle: lookUp }),
];

function create(context: Context<typeof CREATE>) {
  const { params, project, headers, ip } = context;
  if (params.token_type) throw notSupported("wallets");
  const { number, exp_month, exp_year, contact, device: inside } = params;
  if (!number) throw invalid("card.missing-number", "The card number is missing.", "number");
  if (!exp_month || exp_year === undefined) {
    throw invalid("card.missing-expiry", "The expiry date is missing.", exp_month ? "exp_year" : "exp_month");
  }
  const { app_color_depth, app_java_enabled, app_language } = params;
  const { app_screen_height, app_screen_width, app_timezone_offset } = params;
  const beside = {
    app_color_depth,
    app_java_enabled,
    app_language,
    app_screen_height,
    app_screen_width,
    app_timezone_offset,
  };
  const card = insertCard(context, number, {
    project_id: project.id,
    exp_month,
    exp_year,
    cvc_tokenized: Boolean(params.cvc2 || params.cvc),
    name: params.name || null,
    address1: contact?.address1 || null,
    address2: contact?.address2 || null,
    city: contact?.city || null,
    state: contact?.state || null,
    zip: contact?.zip || params.zip || null,
    billing_country_code: contact?.billing_country_code ?? contact?.country_code ?? null,
    ip_address: inside?.ip_address || ip,
    user_agent: inside?.user_agent || headers["user-agent"] || null,
    header_accept: inside?.header_accept || headers.accept || null,
    header_referer: inside?.header_referer || headers.referer || null,
    device: onlyGiven({ ...beside, ...inside }),
    metadata: params.metadata ?? {},
    preferred_scheme: params.preferred_scheme || null,
    preferred_card_type: params.preferred_card_type || null,
  });
  return { body: { card: showCard(context, card, context.expand) } };
}

function list(context: Context) {
  const { store, query, project, expand } = context;
  const { rows, envelope } = paginate(query, store.cards, "project", project.id);
  return { body: { ...envelope, cards: rows.map((row) => showCard(context, row, expand)) } };
}

const findCard = (context: Context) => find(context, context.store.cards, context.path.card ?? "", "card");

function show(context: Context) {
  return { body: { card: showCard(context, findCard(context), context.expand) } };
}

function update(context: Context<typeof UPDATE>) {
  const { params, store, clock } = context;
  const card = findCard(context);
  const updated: CardRow = { ...card, updated_at: clock.stamp() };
  if (params.cvc || params.cvc2) {
    updated.cvc_tokenized = true;
    updated.update_type = "new-cvc2";
    updated.update_reason_code = "request";
  }
  if (params.preferred_scheme) {
    updated.preferred_scheme = chosenScheme(params.preferred_scheme, [card.scheme, card.co_scheme]);
  }
  store.cards.put(updated);
  return { body: { card: showCard(context, updated, context.expand) } };
}

/** Anonymises the card: removes the cardholder's data and keeps the id. */
function remove(context: Context) {
  const card = findCard(context);
  const noCardholder = { name: null, address1: null, address2: null, city: null, state: null, zip: null };
  context.store.cards.put({
    ...card,
    ...noCardholder,
    billing_country_code: null,
    ip_address: null,
    user_agent: null,
    metadata: {},
    cvc_tokenized: false,
    updated_at: context.clock.stamp(),
  });
  return { body: {} };
}

function lookUp({ path }: Context) {
  const iin = path.iin ?? "";
  if (!/^\d{6,8}$/.test(iin)) throw notFound("card");
  return { body: { card_information: { iin, ...issuerOf(iin), combo_card_types: null } } };
}

function onlyGiven(data: Record<string, string | number | boolean | undefined>): CardRow["device"] {
  return Object.fromEntries(
    Object.entries(data).filter(
      (entry): entry is [string, string | number | boolean] => entry[1] !== undefined,
    ),
  );
}
