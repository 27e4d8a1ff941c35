import { isFinal, wasCaptured } from "@/lib/payments/payment-status";
import { db } from "@/lib/platform/db";
import { formatMoney, money } from "@/lib/platform/money";
import { loadSubscriptions } from "@/lib/subscriptions/queries";
import { toSubscription } from "@/lib/subscriptions/read-subscriptions";
import { periodName } from "@/lib/subscriptions/schedule";
import type { Subscription } from "@/lib/subscriptions/subscription";

type Who = { userId: string; role: "shopper" | "staff" };

/** The charges without the shopper since `from`, in order, each as a sentence: *Landfall: €12.50 paid*. */
export async function listCharges(
  { userId, role }: Who,
  from: Date,
): Promise<{ text: string; href: string }[]> {
  const payments = await db().payment.findMany({
    where: {
      initiation: "mit",
      startedAt: { gt: from },
      order: { subscriptionId: { not: null }, ...(role === "shopper" && { userId }) },
    },
    orderBy: { startedAt: "asc" },
    take: MOST_LINES,
    include: { order: true },
  });
  const ids = payments.flatMap(({ order }) => order.subscriptionId ?? []);
  const rows = await loadSubscriptions([...new Set(ids)]);
  const known = new Map(rows.map((row) => [row.id, toSubscription(row)]));
  return payments.flatMap(({ order, state, amount, currency }) => {
    const subscription = known.get(order.subscriptionId ?? "");
    if (!subscription) return [];
    const { id, name, interval, count } = subscription;
    const part = count ? `, ${periodName({ interval, count, period: order.period ?? 1 })}` : "";
    const text = `${name}${part}: ${formatMoney(money(amount, currency))} ${outcomeOf(state, subscription)}`;
    return { text, href: `${role === "staff" ? "/office" : ""}/subscriptions/${id}` };
  });
}

const MOST_LINES = 20;
const DATE = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });

function outcomeOf(state: Parameters<typeof isFinal>[0], { status, nextTry }: Subscription): string {
  if (wasCaptured(state)) return "paid";
  if (!isFinal(state)) return "is being charged";
  if (status === "retrying" && nextTry) return `declined, next try on ${DATE.format(nextTry.at)}`;
  if (status === "needs_authentication") return "declined, the bank asks for the shopper";
  return status === "needs_card" ? "declined, needs another card" : "declined";
}
