import { asSystem } from "@/lib/auth/as-system";
import { getCustomerOwner } from "@/lib/customers/ensure-customer";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { EventHandler } from "@/lib/webhooks/handler";
import { subjectOf } from "@/lib/webhooks/subject";
import { syncCard } from "./sync-cards";

/**
 * customer.token.created, .updated and .deleted. ProcessOut has no event for a verification that ended, so each of them
 * syncs the token.
 */
export const handleTokenEvent: EventHandler = async (event) => {
  const tokenId = subjectOf(event, "tok_");
  if (!tokenId) return { done: "Names no token" };
  const customerId = customerOf(event);
  const userId = (await getCardOwner(tokenId)) ?? (customerId && (await getCustomerOwner(customerId)));
  if (!userId) return { deferred: `No user has ${tokenId}` };

  const card = await syncCard(asSystem(userId), { tokenId });
  if (!card) return { deferred: `${tokenId} is not known here` };
  return { done: `${tokenId} is ${card.state}, ${card.verificationStatus ?? "not read"}` };
};

/** The user that a token belongs to, or null when no row has it. */
async function getCardOwner(tokenId: string): Promise<string | null> {
  const row = await db().savedCard.findUnique({
    where: { projectId_tokenId: { projectId: env().PROCESSOUT_PROJECT_ID, tokenId } },
    select: { userId: true },
  });
  return row?.userId ?? null;
}

/** The Customer that the event names. Deliveries are unsigned, so it only selects the user whose token is synced. */
function customerOf(event: Parameters<EventHandler>[0]): string | undefined {
  for (const value of Object.values(event.data ?? {})) {
    const id = (value as { customer_id?: unknown } | null)?.customer_id;
    if (typeof id === "string") return id;
  }
  return undefined;
}
