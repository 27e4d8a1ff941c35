import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { orderLabel } from "@/lib/payments/order";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { money, multiplyMoney } from "@/lib/platform/money";
import type { OfficeOrder } from "./screens";

/** An order with its lines and contact; null when the id is unknown, or was never paid in this project. */
export async function getOfficeOrder(_: StaffViewer, id: string): Promise<OfficeOrder | null> {
  const row = await db().order.findFirst({
    where: { id, payments: { some: { projectId: env().PROCESSOUT_PROJECT_ID } } },
    include: { lines: { orderBy: { position: "asc" } } },
  });
  if (!row) return null;
  const { state, currency, placedAt, paidAt, userId, subscriptionId } = row;
  const { email, name, address1, address2, zip, city, countryCode } = row;
  return {
    id,
    label: orderLabel(row.number),
    state,
    total: money(row.total, currency),
    placedAt,
    paidAt,
    userId,
    contact: { email, name, address1, address2, zip, city, countryCode },
    subscriptionId,
    lines: row.lines.map(({ sku, name: product, detail, quantity, unitPrice }) => {
      const total = multiplyMoney(money(unitPrice, currency), quantity);
      return { sku, name: product, detail, quantity, total };
    }),
  };
}
