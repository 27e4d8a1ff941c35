import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Facts } from "@/components/office/facts";
import { PageSteps } from "@/components/office/page-steps";
import { PeriodRows } from "@/components/office/period-rows";
import { Nothing } from "@/components/office/rows";
import { SubscriptionStanding } from "@/components/office/status";
import { subscriptionFacts } from "@/components/office/subscription-facts";
import { requireStaff } from "@/lib/auth/staff";
import { getSubscription, listPeriods } from "@/lib/office/subscription";
import { listParams, type SearchParams } from "../../search-params";

export const metadata: Metadata = { title: "Subscription" };

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export default async function SubscriptionPage({ params, searchParams }: Props) {
  const staff = await requireStaff();
  const { id } = await params;
  const subscription = await getSubscription(staff, id);
  if (!subscription) notFound();
  const { page } = listParams.parse(await searchParams);
  const { rows, hasMore } = await listPeriods(staff, { subscriptionId: id, page });
  return (
    <>
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-title break-words">{subscription.what}</h1>
        <SubscriptionStanding status={subscription.state} />
      </header>
      <Facts facts={subscriptionFacts(subscription)} />
      <section aria-labelledby="periods" className="grid gap-4">
        <h2 id="periods" className="text-xl">
          Periods
        </h2>
        {rows.length > 0 ? <PeriodRows periods={rows} /> : <Nothing>No such page of it.</Nothing>}
        <PageSteps path={`/office/subscriptions/${id}`} query={{}} page={page} hasMore={hasMore} />
      </section>
    </>
  );
}
