import type { CustomerRow } from "../../store/rows";
import type { Engine } from "../engine";
import { invalid } from "../errors";
import { fireEvent } from "../events";
import { findCustomer } from "../find";
import { newId } from "../ids";
import { paginate } from "../pagination";
import { amount, flag, ignored, map, object, oneOf, type Read, text } from "../params";
import { country, currency, date, email, ipAddress, personName, returnUrl } from "../readers";
import { showCustomer } from "../resources";
import { type Context, type Route, route } from "../route";
import { chooseDefault, removeToken } from "../rules/default-token";

const v = (what: string) => `request.validation.invalid-${what}`;
const address = text({ max: 80, code: v("address") });

/** server-api.md §3.1, with its limits. */
const PROFILE = {
  // The SDKs say that it may be negative.
  balance: amount({ signed: true }),
  email,
  first_name: personName,
  last_name: personName,
  company_name: text({ max: 255, code: v("name") }),
  address1: address,
  address2: address,
  city: address,
  state: address,
  zip: text({ max: 16, code: v("address") }),
  country_code: country,
  ip_address: ipAddress,
  phone: object({
    number: text({ max: 14, code: v("phone-number"), matches: /^[\d ().-]+$/ }),
    dialing_code: text({ max: 6, code: v("phone-number"), matches: /^[+ ]?\d+$/ }),
  }),
  phone_number: text({ max: 17, code: v("phone-number"), matches: /^[\d ().+-]+$/ }),
  legal_document: text({ max: 255, code: v("legal-document") }),
  date_of_birth: date,
  is_business: flag(),
  sex: oneOf(["male", "female"], { code: v("sex") }),
  metadata: map(),
  registered_at: date,
  currency,
};

const CREATE = {
  ...PROFILE,
  id: text({ max: 80, code: v("id"), matches: /^[\w-]+$/ }),
  reference_id: text({ max: 80, code: v("id"), matches: /^[\x21-\x7e]+$/ }),
  return_url: returnUrl,
  default_token_id: ignored,
};

const UPDATE = { ...PROFILE, default_token_id: text({ max: 80 }) };

export const customerRoutes: Route[] = [
  route({ method: "POST", path: "/customers", access: "private", params: CREATE, handle: create }),
  route({ method: "GET", path: "/customers", access: "private", params: {}, handle: list }),
  route({ method: "GET", path: "/customers/:customer", access: "private", params: {}, handle: show }),
  route({ method: "PUT", path: "/customers/:customer", access: "private", params: UPDATE, handle: update }),
  route({ method: "DELETE", path: "/customers/:customer", access: "private", params: {}, handle: remove }),
];

function create(context: Context<typeof CREATE>) {
  const { store, clock, project, params } = context;
  if (params.id && store.customers.get(params.id))
    throw invalid(v("id"), "There already is a customer with this id.", "id");
  const created_at = clock.stamp();
  // The spread comes last: V8 then keeps one shape for all customers, which bench.ts notices.
  const blank = {
    id: params.id || newId("cust"),
    project_id: project.id,
    reference_id: params.reference_id ?? null,
    registered_at: created_at,
    created_at,
    ...EMPTY,
  };
  const customer = store.customers.insert(Object.assign(blank, profileOf(params)));
  return answer(context, customer, "customer.created");
}

function list(context: Context) {
  const { store, project, query, expand } = context;
  const { rows, envelope } = paginate(query, store.customers, "project", project.id);
  return {
    body: { ...envelope, customers: rows.map((row) => showCustomer(context, row, expand)) },
  };
}

function show(context: Context) {
  return {
    body: { customer: showCustomer(context, findCustomer(context), context.expand) },
  };
}

function update(context: Context<typeof UPDATE>) {
  const { store, params } = context;
  const customer = findCustomer(context);
  if (params.currency && customer.currency && params.currency !== customer.currency) {
    throw invalid(v("currency"), "The customer's currency cannot be changed once set.", "currency");
  }
  const updated: CustomerRow = { ...customer, ...profileOf(params) };
  if (params.default_token_id)
    updated.default_token_id = chooseDefault(context, customer, params.default_token_id);
  store.customers.put(updated);
  return answer(context, updated, "customer.updated");
}

/** The customer's tokens go with it. */
function remove(context: Context) {
  const customer = findCustomer(context);
  for (const token of [...context.store.tokens.walk("customer", customer.id)]) removeToken(context, token);
  context.store.customers.remove(customer.id);
  fire(context, customer, "customer.deleted");
  return { body: {} };
}

function answer(context: Context, customer: CustomerRow, event: string) {
  const wire = showCustomer(context, customer);
  fireEvent(context, customer.project_id, event, "customer", wire);
  return {
    body: { customer: context.expand.size > 0 ? showCustomer(context, customer, context.expand) : wire },
  };
}

function fire(engine: Engine, customer: CustomerRow, event: string) {
  fireEvent(engine, customer.project_id, event, "customer", showCustomer(engine, customer));
}

const EMPTY = {
  default_token_id: null,
  balance: "0",
  currency: null,
  email: null,
  first_name: null,
  last_name: null,
  company_name: null,
  address1: null,
  address2: null,
  city: null,
  state: null,
  zip: null,
  country_code: null,
  ip_address: null,
  phone: null,
  phone_number: null,
  legal_document: null,
  date_of_birth: null,
  is_business: false,
  sex: null,
  metadata: {},
};

/** The given fields as they are kept: blank text is null, dialling codes begin with 00. */
function profileOf(params: Read<typeof PROFILE>): Partial<CustomerRow> {
  const given: Record<string, unknown> = {};
  for (const name of Object.keys(PROFILE) as (keyof typeof PROFILE)[]) {
    const value = params[name];
    if (value !== undefined) given[name] = value === "" ? null : value;
  }
  const { phone } = params;
  if (phone) {
    const dialing_code = phone.dialing_code ? `00${phone.dialing_code.replace(/^([+ ]|00)/, "")}` : "";
    given.phone = phone.number ? { number: phone.number, dialing_code } : null;
  }
  return given;
}
