import type { Metadata } from "next";
import { PageSteps } from "@/components/office/page-steps";
import { Nothing } from "@/components/office/rows";
import { SearchForm } from "@/components/office/search-form";
import { subscriptionChoices } from "@/components/office/status";
import { SubscriptionRows } from "@/components/office/subscription-rows";
import { requireStaff } from "@/lib/auth/staff";
import { listSubscriptions } from "@/lib/office/subscriptions";
import { asSubscriptionStatus } from "@/lib/subscriptions/subscription-status";
import { listParams, type SearchParams } from "../search-params";

export const metadata: Metadata = { title: "Subscriptions" };

export default async function SubscriptionsPage({ searchParams }: { searchParams: SearchParams }) {
  const staff = await requireStaff();
  const { q, state, page } = listParams.parse(await searchParams);
  const wanted = { typed: q, status: asSubscriptionStatus(state), page };
  const { rows, hasMore } = await listSubscriptions(staff, wanted);
  return (
    <>
      <h1 className="text-title">Subscriptions</h1>
      <SearchForm
        label="Find a subscription"
        hint="By name, e-mail, order number, or any ProcessOut id."
        typed={q}
        filter={{ label: "State", name: "state", chosen: state, choices: subscriptionChoices }}
      />
      {rows.length > 0 ? (
        <SubscriptionRows subscriptions={rows} />
      ) : (
        <Nothing>Nothing like that runs.</Nothing>
      )}
      <PageSteps path="/office/subscriptions" query={{ q, state }} page={page} hasMore={hasMore} />
    </>
  );
}
