import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DisputeForm } from "@/components/office/dispute-form";
import { EmptyList, Facts, PageLinks } from "@/components/office/primitives";
import { PeriodRows, SubscriptionStatusBadge, subscriptionFacts } from "@/components/office/subscriptions";
import { requireStaff } from "@/lib/auth/staff";
import { linkToSandbox } from "@/lib/demo/sandbox-link"; // eject: demo
import { getSubscription, listPeriods } from "@/lib/office/subscriptions";
import { listParams, type SearchParams } from "../../search-params";
import { decideAfterDispute } from "./actions";

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
        <h1 className="text-title break-words">{subscription.item}</h1>
        <SubscriptionStatusBadge status={subscription.state} />
      </header>
      {subscription.isDisputed && <DisputeForm id={id} decide={decideAfterDispute} />}
      <Facts
        facts={subscriptionFacts(subscription)}
        open={linkToSandbox} // eject: demo
      />
      <section aria-labelledby="periods" className="grid gap-4">
        <h2 id="periods" className="text-xl">
          Periods
        </h2>
        {rows.length > 0 ? <PeriodRows periods={rows} /> : <EmptyList>No periods on this page.</EmptyList>}
        <PageLinks path={`/office/subscriptions/${id}`} query={{}} page={page} hasMore={hasMore} />
      </section>
    </>
  );
}
