import type { SubscriptionRow } from "@/lib/subscriptions/queries";
import { lapseDate } from "@/lib/subscriptions/schedule";
import { needsShopper } from "@/lib/subscriptions/subscription-status";
import { endSubscription, transitionSubscription } from "@/lib/subscriptions/transition-subscription";
import { queueDunningEmail, queueLapsedEmail } from "./dunning-emails";
import type { NextAction } from "./next-action";

/** The actions that change the subscription and charge nothing. */
export type StateAction = Exclude<NextAction, { kind: "charge" | "resume" }>;

/** Writes the new state and when to process the subscription next, and queues the e-mail about it. */
export async function applyAction(subscription: SubscriptionRow, action: StateAction): Promise<void> {
  const { state, count, dueAt } = subscription;
  switch (action.kind) {
    case "end": {
      const hasLapsed = needsShopper(state);
      const isEnded = await endSubscription(subscription, { hasLapsed });
      if (isEnded && hasLapsed) await queueLapsedEmail(subscription);
      return;
    }
    case "idle":
      if (state !== "canceled") return transitionSubscription(subscription, state, { processAfter: null });
      // Cancels the order that a charge in flight had kept open when the shopper canceled.
      await endSubscription(subscription);
      return;
    case "wait":
      return transitionSubscription(subscription, state, { processAfter: action.at });
    // The e-mail first: after a crash in between it is queued again under the same key. The other way round it is lost.
    case "retry":
      await queueDunningEmail(subscription, action);
      return transitionSubscription(subscription, "retrying", { processAfter: action.at });
    case "ask-shopper": {
      await queueDunningEmail(subscription, action);
      const processAfter = count === null && dueAt ? lapseDate(dueAt) : null;
      return transitionSubscription(subscription, action.state, { processAfter });
    }
  }
}
