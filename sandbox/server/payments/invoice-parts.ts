import { amount, flag, ignored, integer, list, map, object, text } from "../params";
import { country, date } from "../readers";

/**
 * The blocks of an invoice that are kept and given back (server-api.md §4.4). They are read, not passed through: the
 * Go SDK takes money and rates back as text, quantities as numbers and dates as RFC 3339, in whatever form a client sent them.
 */
const VALIDATION = "request.validation";

const address = {
  address1: text({ max: 255 }),
  address2: text({ max: 255 }),
  city: text({ max: 255 }),
  state: text({ max: 255 }),
  country_code: country,
  zip: text({ max: 16, code: `${VALIDATION}.invalid-address` }),
};

export const tax = object({ amount: amount(), rate: text({ max: 20, matches: /^\d+(\.\d+)?$/ }) });

export const billing = object(address);

export const shipping = object({
  ...address,
  amount: amount(),
  method: text(),
  provider: text(),
  delay: text(),
  phone_number: text({ max: 20 }),
  phone: object({ number: text({ max: 20 }), dialing_code: text({ max: 6 }) }),
  expects_shipping_at: date,
  relay_store_name: text(),
  first_name: text({ max: 80 }),
  last_name: text({ max: 80 }),
  email: text({ max: 255 }),
});

export const risk = object({ score: text({ max: 20 }), is_legit: flag(), skip_gateway_rules: flag() });

export const details = list(
  object({
    // Assigned by the sandbox; an SDK that saves a fetched invoice sends it back.
    id: ignored,
    name: text(),
    type: text({ code: `${VALIDATION}.invalid-type` }),
    amount: amount(),
    quantity: integer(),
    reference: text(),
    description: text({ max: 255, code: `${VALIDATION}.invalid-description` }),
    brand: text(),
    model: text(),
    discount_amount: amount(),
    condition: text({ code: `${VALIDATION}.invalid-detail-condition` }),
    category: text({ code: `${VALIDATION}.invalid-detail-category` }),
    metadata: map(),
    marketplace_merchant: text(),
    marketplace_merchant_is_business: flag(),
    marketplace_merchant_created_at: date,
  }),
);
