import { asSystem } from "@/lib/auth/as-system";
import { getCustomerOwner } from "@/lib/customers/ensure-customer";
import type { EventHandler } from "@/lib/webhooks/handler";
import { subjectOf } from "@/lib/webhooks/subject";
import { getCardOwner } from "./owner";
import { syncCard } from "./sync-cards";

/**
 * customer.token.created, .updated, .deleted. ProcessOut has no event of its own for a verification that ended, so
 * every one of them means: look at the token again.
 */
export const handleTokenEvent: EventHandler = async (event) => {
  const tokenId = subjectOf(event, "tok_");
  if (!tokenId) return { done: `${event.name}: names no token` };
  const customerId = customerOf(event);
  const userId = (await getCardOwner(tokenId)) ?? (customerId && (await getCustomerOwner(customerId)));
  if (!userId) return { parked: `${event.name}: nobody here has ${tokenId}` };

  const card = await syncCard(asSystem(userId), { tokenId });
  if (!card) return { parked: `${event.name}: ${tokenId} is not known here` };
  return { done: `${event.name}: ${tokenId} is ${card.state}, ${card.verificationStatus ?? "not read"}` };
};

/** The Customer in the event's own words: only used to find whom to ask about, never to decide anything. */
function customerOf(event: Parameters<EventHandler>[0]): string | undefined {
  for (const value of Object.values(event.data ?? {})) {
    const id = (value as { customer_id?: unknown } | null)?.customer_id;
    if (typeof id === "string") return id;
  }
  return undefined;
}
