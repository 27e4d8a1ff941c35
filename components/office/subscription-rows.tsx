import type { OfficeSubscription } from "@/lib/office/screens";
import { Moment } from "./moment";
import { Row, RowLink, Rows } from "./rows";
import { SubscriptionStanding } from "./status";
import { termsText } from "./subscription-terms";

export function SubscriptionRows({ subscriptions }: { subscriptions: OfficeSubscription[] }) {
  return (
    <Rows label="Subscriptions">
      {subscriptions.map((subscription) => (
        <Row key={subscription.id} columns="grid-cols-[1fr_auto] md:grid-cols-[1fr_1fr_1fr_11rem]">
          <RowLink href={`/office/subscriptions/${subscription.id}`}>
            {subscription.name ?? subscription.email}
          </RowLink>
          <span className="grid min-w-0 max-md:order-2 max-md:col-span-2">
            <span className="truncate">{subscription.what}</span>
            <span className="text-muted">{termsText(subscription)}</span>
          </span>
          <span className="text-muted max-md:order-3 max-md:col-span-2">
            {subscription.dueAt ? (
              <>
                Next <Moment at={subscription.dueAt} />
              </>
            ) : (
              "Nothing more due"
            )}
          </span>
          <span className="md:justify-self-end">
            <SubscriptionStanding status={subscription.state} />
          </span>
        </Row>
      ))}
    </Rows>
  );
}
