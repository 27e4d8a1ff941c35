import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { orderLabel } from "@/lib/payments/order";
import type { PaymentStatus } from "@/lib/payments/payment-status";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { money } from "@/lib/platform/money";
import { asOfOneMoment } from "@/lib/platform/repeatable-read";
import type { Prisma } from "@/prisma/generated/client";
import { pageOf, toPage } from "./page";
import { type OfficePayment, type Page, type Query, readQuery } from "./screens";
import { paymentsWith } from "./search-by-processout-id";

export const withOrder = {
  order: { select: { number: true, userId: true, guestKey: true, name: true, email: true } },
} satisfies Prisma.PaymentInclude;

export type PaymentWithOrder = Prisma.PaymentGetPayload<{ include: typeof withOrder }>;

type Wanted = { typed: string; status?: PaymentStatus | undefined; userId?: string; page: number };

/** Every try to pay, the newest first; found by name, e-mail, order number or any ProcessOut id. */
export async function listPayments(
  _: StaffViewer,
  { typed, status, userId, page }: Wanted,
): Promise<Page<OfficePayment>> {
  const { PROCESSOUT_PROJECT_ID: projectId } = env();
  const rows = await asOfOneMoment(
    db().payment.findMany({
      where: {
        projectId,
        state: status,
        AND: [await matching(readQuery(typed)), userId ? { order: { userId } } : {}],
      },
      include: withOrder,
      orderBy: [{ startedAt: "desc" }, { id: "desc" }],
      ...pageOf(page),
    }),
  );
  return toPage(rows.map(toOfficePayment), page);
}

export function toOfficePayment({ order, ...row }: PaymentWithOrder): OfficePayment {
  return {
    id: row.id,
    orderLabel: orderLabel(order.number),
    userId: order.userId,
    name: order.name,
    email: order.email,
    amount: money(row.amount, row.currency),
    refunded: money(row.refundedAmount, row.currency),
    status: row.state,
    brand: row.scheme,
    last4: row.last4,
    startedAt: row.startedAt,
    isOffSession: row.initiation === "mit",
  };
}

async function matching(query: Query): Promise<Prisma.PaymentWhereInput> {
  if (query.kind === "everything") return {};
  if (query.kind === "order") return { order: { number: query.number } };
  if (query.kind === "id") return paymentsWith(query);
  const words = { contains: query.words, mode: "insensitive" } as const;
  return { order: { OR: [{ name: words }, { email: words }] } };
}
