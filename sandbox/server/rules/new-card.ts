import type { Scenario } from "../../scenarios/behaviour";
import { scenarioOfNumber, UNLISTED } from "../../scenarios/deck";
import type { CardRow } from "../../store/rows";
import type { Engine } from "../engine";
import { newId, randomText } from "../ids";
import { fingerprintOf } from "./card-number";
import { issuerOf } from "./iin";

export type NewCard = Partial<CardRow> & { project_id: string; exp_month: number; exp_year: number };

/** Stores a card. Of the number it keeps a fingerprint, the first six and last four digits, and the scenario. */
export function insertCard({ store, clock }: Engine, number: string, given: NewCard): CardRow {
  const issuer = issuerOf(number);
  const listed = scenarioOfNumber(number);
  const { scheme, co_scheme, country } = listed === UNLISTED ? issuer : listed;
  const created_at = clock.stamp();
  return store.cards.insert({
    ...BLANK,
    ...given,
    id: newId("card"),
    scenario: listed.name,
    scheme,
    co_scheme,
    preferred_scheme: chosenScheme(given.preferred_scheme, [scheme, co_scheme]),
    type: given.preferred_card_type ?? issuer.type,
    bank_name: issuer.bank_name,
    brand: issuer.brand,
    category: issuer.category,
    iin: number.slice(0, 6),
    last_4_digits: number.slice(-4),
    fingerprint: fingerprintOf(secretOf(store), given.project_id, number),
    exp_year: fullYear(given.exp_year),
    country_code: country,
    created_at,
    updated_at: created_at,
  });
}

/** Stores a new card with a test number; it expires in four years unless `given` says otherwise. */
export function insertCardOf(
  engine: Engine,
  scenario: Scenario,
  given: Partial<CardRow> & { project_id: string },
): CardRow {
  const exp_year = engine.clock.now().getUTCFullYear() + 4;
  return insertCard(engine, scenario.number, { exp_month: 12, exp_year, cvc_tokenized: true, ...given });
}

/** A preference counts when the card has that network; browsers spell networks with dashes, the API with spaces. */
export function chosenScheme(wanted: string | null | undefined, schemes: (string | null)[]): string | null {
  const spelt = wanted?.toLowerCase().replaceAll("-", " ");
  return schemes[1] && schemes.find((scheme) => scheme === spelt) ? (spelt ?? null) : null;
}

function secretOf(store: Engine["store"]): string {
  const kept = store.setting<string>("card.secret");
  if (kept) return kept;
  const secret = randomText(32);
  store.saveSetting("card.secret", secret);
  return secret;
}

const BLANK = {
  preferred_card_type: null,
  name: null,
  address1: null,
  address2: null,
  city: null,
  state: null,
  zip: null,
  billing_country_code: null,
  ip_address: null,
  user_agent: null,
  header_accept: null,
  header_referer: null,
  device: {},
  metadata: {},
  token_type: null,
  cvc_tokenized: false,
  update_type: null,
  update_reason_code: null,
  used_by: null,
  authorized_count: 0,
};

/** `40` is 2040, as the API answers two-digit years (server-api.md §3.3). */
const fullYear = (year: number) => (year < 100 ? 2000 + year : year);
