import { mobileRoute, nothing } from "@/lib/auth/mobile-route";
import { finishCard } from "@/lib/cards/save-card";

/** After the SDK's `assignCustomerToken`: ProcessOut is asked how the verification ended. */
export const POST = mobileRoute(nothing, (viewer, _, { id = "" }) => finishCard(viewer, { id }));
