import { mobileRoute, nothing } from "@/lib/auth/mobile-route";
import { removeCard } from "@/lib/data/cards/change";
import { moveAway } from "@/lib/data/subscriptions/card-use";

export const DELETE = mobileRoute(nothing, async (viewer, _, { id = "" }) => {
  await moveAway(viewer, { id });
  await removeCard(viewer, { id });
  return { deleted: true };
});
