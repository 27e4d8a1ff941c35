/**
 * What the first digits of a card number say about it. ProcessOut spells some names in two ways:
 * `name` is what the API writes, `clientName` what the browser script answers.
 */
type CardBrand = {
  name: string;
  clientName: string;
  title: string;
  lengths: number[];
  /** Sizes of the groups the digits are drawn in. */
  groups: number[];
  cvcLength: number;
};

const usual = { lengths: [16], groups: [4, 4, 4, 4], cvcLength: 3 };

function named(name: string, title: string, rest: Partial<CardBrand> = {}): CardBrand {
  return { name, clientName: name, title, ...usual, ...rest };
}

const brands = {
  visa: named("visa", "Visa", { lengths: [13, 16, 19], groups: [4, 4, 4, 4, 3] }),
  mastercard: named("mastercard", "Mastercard"),
  amex: named("american express", "American Express", {
    clientName: "american-express",
    lengths: [15],
    groups: [4, 6, 5],
    cvcLength: 4,
  }),
  diners: named("diners club", "Diners Club", {
    clientName: "diners-club",
    lengths: [14],
    groups: [4, 6, 4],
  }),
  discover: named("discover", "Discover", { lengths: [16, 19], groups: [4, 4, 4, 4, 3] }),
  jcb: named("jcb", "JCB"),
  unionPay: named("china union pay", "UnionPay", {
    clientName: "union-pay",
    lengths: [16, 17, 18, 19],
    groups: [4, 4, 4, 4, 3],
  }),
  maestro: named("maestro", "Maestro", {
    lengths: [12, 13, 14, 15, 16, 17, 18, 19],
    groups: [4, 4, 4, 4, 3],
  }),
  elo: named("elo", "Elo"),
  hipercard: named("hipercard", "Hipercard"),
};

/** First digits, as inclusive ranges of equal length; a narrower range stands before a wider one. */
const ranges: [from: string, to: string, brand: CardBrand][] = [
  ["401178", "401179", brands.elo],
  ["438935", "438935", brands.elo],
  ["451416", "451416", brands.elo],
  ["506699", "506778", brands.elo],
  ["509000", "509999", brands.elo],
  ["636297", "636297", brands.elo],
  ["606282", "606282", brands.hipercard],
  ["34", "34", brands.amex],
  ["37", "37", brands.amex],
  ["300", "305", brands.diners],
  ["36", "36", brands.diners],
  ["38", "39", brands.diners],
  ["3528", "3589", brands.jcb],
  ["6011", "6011", brands.discover],
  ["644", "649", brands.discover],
  ["65", "65", brands.discover],
  ["62", "62", brands.unionPay],
  ["2221", "2720", brands.mastercard],
  ["51", "55", brands.mastercard],
  ["50", "50", brands.maestro],
  ["56", "58", brands.maestro],
  ["63", "63", brands.maestro],
  ["67", "67", brands.maestro],
  ["4", "4", brands.visa],
];

const unknown = named("unknown", "Card", {
  lengths: [12, 13, 14, 15, 16, 17, 18, 19],
  groups: [4, 4, 4, 4, 3],
});

/** Every brand that the digits typed so far allow, likeliest first. A short prefix may allow several. */
export function possibleBrands(digits: string): CardBrand[] {
  if (!digits) return [];
  const found = ranges
    .filter(([from, to]) => {
      const shared = Math.min(from.length, digits.length);
      const start = digits.slice(0, shared);
      return start >= from.slice(0, shared) && start <= to.slice(0, shared);
    })
    .sort(([a], [b]) => Math.min(b.length, digits.length) - Math.min(a.length, digits.length))
    .map(([, , brand]) => brand);
  return [...new Set(found)];
}

/** The brand to draw and to format by. Before the digits decide, a nameless 16 to 19 digit card. */
export function likelyBrand(digits: string): CardBrand {
  const [first, ...others] = possibleBrands(digits);
  const decided = first && (others.length === 0 || digits.length >= 6);
  return decided ? first : (others.find((brand) => brand === brands.visa) ?? unknown);
}

/** A network's name as people write it; takes either spelling. */
export function networkTitle(name: string): string {
  if (name === "carte bancaire") return "Carte Bancaire";
  const known = Object.values(brands).find((brand) => brand.name === name || brand.clientName === name);
  return known?.title ?? name;
}
