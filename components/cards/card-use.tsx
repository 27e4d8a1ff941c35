import { Alert } from "@/components/ui/alert";
import { AppLink } from "@/components/ui/app-link";
import { SelectField } from "@/components/ui/field";
import type { Card } from "@/lib/cards/card";
import { cardName } from "@/lib/cards/card";

export type CardUse = {
  /** Names of what the card pays for by itself. */
  paysFor: string[];
  /** The cards that could take over. */
  others: Card[];
};

/** What deleting the card would break, and which card takes over first. */
export function MoveCardUse({ paysFor, others }: CardUse) {
  return (
    <div className="grid gap-4">
      <Alert tone="warning" title={`This card pays for ${paysFor.join(" and ")}`}>
        {others.length > 0
          ? "Choose the card that takes over: you agree that it is charged from now on."
          : "Without a card it would stop. "}
        {others.length === 0 && (
          <AppLink href="/cards/new" className="font-semibold underline underline-offset-4">
            Add another card first
          </AppLink>
        )}
      </Alert>
      {others.length > 0 && (
        <SelectField label="Card that takes over" name="moveTo" defaultValue={others[0]?.id}>
          {others.map((card) => (
            <option key={card.id} value={card.id}>
              {cardName(card)}
            </option>
          ))}
        </SelectField>
      )}
    </div>
  );
}
