/** ProcessOut's scheme names and the browser script's, which writes hyphens, as shoppers know them. */
const NAMES: Record<string, string> = {
  visa: "Visa",
  mastercard: "Mastercard",
  "american express": "American Express",
  "carte bancaire": "Carte Bancaire",
  "diners club": "Diners Club",
  discover: "Discover",
  jcb: "JCB",
  maestro: "Maestro",
  "china union pay": "UnionPay",
  "union pay": "UnionPay",
};

export const plainBrand = (brand: string | null) => (brand ?? "").toLowerCase().replaceAll("-", " ");

/** A network we have no name for keeps the one it came with. */
export function brandName(brand: string | null): string {
  const plain = plainBrand(brand);
  return NAMES[plain] ?? (plain.replace(/^./, (first) => first.toUpperCase()) || "Card");
}

/** "Visa ending in 4242": what a screen reader, a dialog and a mail call the card. */
export const cardName = ({ brand, last4 }: { brand: string | null; last4: string | null }) =>
  last4 ? `${brandName(brand)} ending in ${last4}` : brandName(brand);
