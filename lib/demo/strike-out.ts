/** Names of fields with a person's data, secrets, and what describes a device. Card numbers never reach the log. */
const PERSONAL =
  /^(email|first_name|last_name|name|phone|phone_number|address[12]?|city|state|zip|country_code|billing|shipping|contact|date_of_birth|sex|ip_address|user_agent|client_secret|private_key|password|cvc2?|number|app_.*|header_.*)$/;

/** The `name` in one of these is not a person's. */
const NAMED_THINGS = /^(invoice|transaction|event|data|details|gateway|gateway_configuration)$/;

/** The browser's answer for the bank: it describes the device. */
const BANKS_ANSWER = /^gway_req_/;

/** A copy in which personal data and secrets are `•••`, at any depth. `within` is the name of the field that holds it. */
export function strikeOut(value: unknown, within = ""): unknown {
  if (Array.isArray(value)) return value.map((each) => strikeOut(each, within));
  if (typeof value === "string") return BANKS_ANSWER.test(value) ? "gway_req_•••" : value;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [
      name,
      isPersonal(name, within) && isFilled(held) ? "•••" : strikeOut(held, name),
    ]),
  );
}

const isPersonal = (name: string, within: string) =>
  PERSONAL.test(name) && !(name === "name" && NAMED_THINGS.test(within));
const isFilled = (held: unknown) => held !== null && held !== "";
