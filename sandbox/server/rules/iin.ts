import type { Scenario } from "../../scenarios/behaviour";
import { SCENARIOS } from "../../scenarios/deck";

export type Issuer = {
  scheme: string;
  co_scheme: string | null;
  type: string;
  bank_name: string;
  brand: string;
  category: string;
  country: string;
};

/** Leading digits of the networks, for numbers that are not test cards. The first match wins. */
const NETWORKS: [RegExp, string][] = [
  [/^4/, "visa"],
  [/^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, "mastercard"],
  [/^3[47]/, "american express"],
  [/^3(0[0-5]|[689])/, "diners club"],
  [/^35/, "jcb"],
  [/^(6011|64[4-9]|65)/, "discover"],
  [/^62/, "china union pay"],
  [/^(50|5[6-9]|6)/, "maestro"],
];

/** Who issued a card, from its first digits: those of a test card, else a guess by network. */
export function issuerOf(digits: string): Issuer {
  const known = SCENARIOS.find((scenario) => scenario.number.startsWith(digits.slice(0, 8)));
  const near = known ?? SCENARIOS.find((scenario) => scenario.number.startsWith(digits.slice(0, 6)));
  return near ? describe(near) : describe({ scheme: networkOf(digits), co_scheme: null, country: "US" });
}

const networkOf = (digits: string) => NETWORKS.find(([pattern]) => pattern.test(digits))?.[1] ?? "visa";

const describe = ({
  scheme,
  co_scheme,
  country,
}: Pick<Scenario, "scheme" | "co_scheme" | "country">): Issuer => ({
  scheme,
  co_scheme,
  type: "credit",
  bank_name: "Sandbox Bank",
  brand: `${scheme} classic`,
  category: "consumer",
  country,
});
