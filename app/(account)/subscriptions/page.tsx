import type { Metadata } from "next";
import { SubscriptionItem } from "@/components/subscriptions/subscription-item";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireUser } from "@/lib/auth/session";
import { listSubscriptions } from "@/lib/subscriptions/read-subscriptions";

export const metadata: Metadata = { title: "Subscriptions" };

export default async function SubscriptionsPage() {
  const subscriptions = await listSubscriptions(await requireUser());
  return (
    <div className="grid gap-8">
      <header className="grid gap-2">
        <h1 className="text-title">Subscriptions</h1>
        <p className="max-w-[56ch] text-muted">What comes by itself, and what is paid in parts.</p>
      </header>
      {subscriptions.length > 0 ? (
        <ul className="grid gap-4">
          {subscriptions.map((subscription) => (
            <SubscriptionItem key={subscription.id} subscription={subscription} />
          ))}
        </ul>
      ) : (
        <EmptyState
          title="Nothing on a schedule"
          action={<ButtonLink href="/#coffee">Choose a coffee</ButtonLink>}
        >
          Any coffee can come every week or every month. Pause it when you sail.
        </EmptyState>
      )}
    </div>
  );
}
