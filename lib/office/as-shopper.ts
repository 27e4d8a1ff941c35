import { asSystem } from "@/lib/auth/as-system";
import type { Shopper } from "@/lib/auth/shopper";
import type { StaffViewer } from "@/lib/auth/staff-viewer";

/** The shopper an order belongs to, for what the office does with their payment. The staff's act is in the audit log. */
export function onBehalfOf(
  _: StaffViewer,
  { userId, guestKey }: { userId: string | null; guestKey: string | null },
): Shopper {
  return userId ? asSystem(userId) : { guestKey: guestKey ?? "" };
}
