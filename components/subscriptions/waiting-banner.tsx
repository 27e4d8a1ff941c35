import { Alert } from "@/components/ui/alert";
import { AppLink } from "@/components/ui/app-link";
import type { Subscription } from "@/lib/subscriptions/subscription";

/** On every page of the account, until it is dealt with. */
export function WaitingBanner({ subscriptions }: { subscriptions: Subscription[] }) {
  const [first] = subscriptions;
  if (!first) return null;
  const isBank = first.status === "needs_authentication";
  return (
    <Alert
      tone="warning"
      title={isBank ? "Your bank wants to hear from you" : `${first.name} needs another card`}
      className="mb-8"
    >
      {isBank
        ? `It asks you to confirm the payment for ${first.name}. `
        : "The last payment did not go through. "}
      <AppLink href={`/subscriptions/${first.id}`} className="font-semibold underline underline-offset-4">
        {isBank ? "Confirm it" : "See to it"}
      </AppLink>
    </Alert>
  );
}
