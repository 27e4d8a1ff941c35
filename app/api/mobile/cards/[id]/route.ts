import { mobileRoute, nothing } from "@/lib/auth/mobile-route";
import { removeCard } from "@/lib/cards/manage-cards";
import { moveSubscriptions } from "@/lib/subscriptions/card-use";

export const DELETE = mobileRoute(nothing, async (viewer, _, { id = "" }) => {
  await moveSubscriptions(viewer, { id });
  await removeCard(viewer, { id });
  return { deleted: true };
});
