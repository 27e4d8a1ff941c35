import type { Card } from "@/lib/cards/card";

export { cardName } from "@/lib/cards/card-name";

/** "04/30", or nothing when ProcessOut has not said. */
export const expiryText = ({ expMonth, expYear }: Pick<Card, "expMonth" | "expYear">) =>
  expMonth && expYear
    ? `${String(expMonth).padStart(2, "0")}/${String(expYear % 100).padStart(2, "0")}`
    : null;
