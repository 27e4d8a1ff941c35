import { ActionNeededBanner } from "@/components/subscriptions/subscription-notices";
import { requireUser } from "@/lib/auth/session";
import { listActionNeeded } from "@/lib/subscriptions/read-subscriptions";

/** Above every page of the account: the subscriptions that wait for the shopper. */
export async function ActionNeeded() {
  const viewer = await requireUser();
  return <ActionNeededBanner subscriptions={await listActionNeeded(viewer)} />;
}
