import { asSystem } from "@/lib/auth/as-system";
import type { Shopper } from "@/lib/auth/shopper";
import type { StaffViewer } from "@/lib/auth/staff-viewer";
import type { Viewer } from "@/lib/auth/viewer";

/**
 * The shopper who owns an order, for what staff do with its payment. The caller records the action in the audit log,
 * because the shopper did not act.
 */
export function asShopper(
  _: StaffViewer,
  { userId, guestKey }: { userId: string | null; guestKey: string | null },
): Shopper {
  return userId ? asSystem(userId) : { guestKey: guestKey ?? "" };
}

/** `asShopper` for what belongs to an account. */
export const asAccount = (_: StaffViewer, userId: string): Viewer => asSystem(userId);
