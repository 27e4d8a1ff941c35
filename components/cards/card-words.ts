import type { Card } from "@/lib/card";
import { brandName } from "./brands";

/** "Visa ending in 4242": what a screen reader, a dialog and a mail call the card. */
export const cardName = ({ brand, last4 }: Pick<Card, "brand" | "last4">) =>
  last4 ? `${brandName(brand)} ending in ${last4}` : brandName(brand);

/** "04/30", or nothing when ProcessOut has not said. */
export const expiryText = ({ expMonth, expYear }: Pick<Card, "expMonth" | "expYear">) =>
  expMonth && expYear
    ? `${String(expMonth).padStart(2, "0")}/${String(expYear % 100).padStart(2, "0")}`
    : null;
