import { asSystem } from "../as-system";
import type { Shopper } from "../shopper";
import type { StaffViewer } from "./staff";

/** The shopper an order belongs to, for what the office does with their payment. The staff's act is in the audit log. */
export function onBehalfOf(
  _: StaffViewer,
  { userId, guestKey }: { userId: string | null; guestKey: string | null },
): Shopper {
  return userId ? asSystem(userId) : { guestKey: guestKey ?? "" };
}
