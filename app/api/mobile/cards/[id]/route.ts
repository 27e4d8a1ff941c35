import { mobileRoute, nothing } from "@/lib/auth/mobile-route";
import { deleteCard } from "@/lib/cards/manage-cards";
import { moveSubscriptions } from "@/lib/subscriptions/card-use"; // eject: subscriptions

export const DELETE = mobileRoute(nothing, async (viewer, _, { id = "" }) => {
  await moveSubscriptions(viewer, { id }); // eject: subscriptions
  await deleteCard(viewer, { id });
  return { deleted: true };
});
