import { mobileRoute, nothing } from "@/lib/auth/mobile-route";
import { removeCard } from "@/lib/data/cards/change";

export const DELETE = mobileRoute(nothing, async (viewer, _, { id = "" }) => {
  await removeCard(viewer, { id });
  return { deleted: true };
});
