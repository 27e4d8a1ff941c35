import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { Letter, Paragraph } from "@/lib/mail/letter";
import { queueMail } from "@/lib/mail/queue";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { formatMoney, money } from "@/lib/platform/money";
import type { Prisma, SeriesAfterRefund } from "@/prisma/generated/client";
import { itemOf, loadSubscriptions, type SubscriptionRow } from "./queries";
import type { SeriesRefund } from "./subscription";
import { isOver, statesBefore } from "./subscription-status";
import { endSubscription } from "./transition-subscription";

/*
 * What happens to a series when one of its periods is refunded. Staff decide with the refund, and the decision is in the
 * refund's row. It is applied once the refund has succeeded: a refund that the bank declined changes nothing.
 */

/** What staff may decide. Instalments cannot be paused, and neither can a series with an outstanding payment. */
export function listSeriesChoices({
  state,
  count,
}: Pick<SubscriptionRow, "state" | "count">): SeriesAfterRefund[] {
  if (isOver(state) || state === "starting") return [];
  return count === null && (state === "paused" || statesBefore("paused").includes(state))
    ? ["continues", "pauses", "ends"]
    : ["continues", "ends"];
}

const undecided = { seriesAfter: { not: null }, seriesAppliedAt: null, state: "succeeded" } as const;
const withOrder = { payment: { include: { order: true } } } satisfies Prisma.RefundInclude;
type RefundRow = Prisma.RefundGetPayload<{ include: typeof withOrder }>;

/** The refunds that have succeeded and whose decision about the series is not applied yet. */
export const listRefundDecisions = ({ paymentId }: { paymentId?: string } = {}): Promise<RefundRow[]> =>
  db().refund.findMany({
    where: { ...undecided, payment: { id: paymentId, projectId: env().PROCESSOUT_PROJECT_ID } },
    include: withOrder,
    orderBy: { requestedAt: "asc" },
    take: 200,
  });

/**
 * Ends or pauses the series as the refund's row says, and queues the e-mail about it. Idempotent: after a crash it is
 * applied again. Throws AppError if the series was changing at the same moment; the row stays due.
 */
export async function applyRefundDecision(refund: RefundRow): Promise<void> {
  const { id, seriesAfter, amount, payment } = refund;
  const [row] = await loadSubscriptions([payment.order.subscriptionId ?? ""]);
  if (row && seriesAfter) {
    if (seriesAfter === "ends") await end(row);
    if (seriesAfter === "pauses") await pause(row);
    await queueMail({
      key: `refunded:${id}`,
      to: payment.order.email,
      subject: `${formatMoney(money(amount, payment.currency))} was refunded`,
      body: (
        <RefundedEmail
          what={`Your ${itemOf(row)?.name ?? "subscription"}`}
          amount={formatMoney(money(amount, payment.currency))}
          then={seriesAfter}
          url={`${env().NEXTAUTH_URL}/subscriptions/${row.id}`}
        />
      ),
    });
  }
  await db().refund.update({ where: { id }, data: { seriesAppliedAt: await now() } });
}

async function end(row: SubscriptionRow): Promise<void> {
  // The worker processes it once more: a charge may be in flight at this moment.
  if (isOver(row.state) || (await endSubscription(row, { processAfter: await now() }))) return;
  throw new AppError({ code: "subscription.changed", message: `Subscription ${row.id} is changing` });
}

/** A series that has moved on cannot be paused any more: it goes on to ask for what is outstanding. */
async function pause({ id }: SubscriptionRow): Promise<void> {
  await db().subscription.updateMany({
    where: { id, count: null, state: { in: statesBefore("paused") } },
    data: { state: "paused", processAfter: await now() },
  });
}

/** The latest refund of one of the viewer's periods, with what it did to the series. */
export async function findSeriesRefund(viewer: Viewer, id: string): Promise<SeriesRefund | null> {
  const refund = await db().refund.findFirst({
    where: {
      seriesAppliedAt: { not: null },
      payment: { order: { subscription: { ...inScope(viewer), id } } },
    },
    orderBy: { requestedAt: "desc" },
    include: { payment: true },
  });
  if (!refund?.seriesAfter) return null;
  const { amount, requestedAt: at, seriesAfter: then, payment } = refund;
  return { amount: money(amount, payment.currency), at, then };
}

type Props = { what: string; amount: string; then: SeriesAfterRefund; url: string };

const RefundedEmail = ({ what, amount, then, url }: Props) => (
  <Letter
    preview={`${amount} was refunded.`}
    heading="A payment was refunded."
    action={{ label: "See your subscription", url }}
    footnote="Your bank shows the refund within a few days."
  >
    <Paragraph>
      {what}: {amount} was refunded. {THEN[then]}
    </Paragraph>
  </Letter>
);

const THEN: Record<SeriesAfterRefund, string> = {
  continues: "The subscription goes on as before.",
  pauses: "The subscription is paused: nothing is charged until you resume it.",
  ends: "The subscription has ended: nothing more is charged.",
};
