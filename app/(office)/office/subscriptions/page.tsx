import type { Metadata } from "next";
import { EmptyList, PageLinks } from "@/components/office/primitives";
import { SearchForm } from "@/components/office/search-form";
import { SubscriptionRows, subscriptionChoices } from "@/components/office/subscriptions";
import { requireStaff } from "@/lib/auth/staff";
import { listSubscriptions } from "@/lib/office/subscriptions";
import { asSubscriptionStatus } from "@/lib/subscriptions/subscription-status";
import { listParams, type SearchParams } from "../search-params";

export const metadata: Metadata = { title: "Subscriptions" };

export default async function SubscriptionsPage({ searchParams }: { searchParams: SearchParams }) {
  const staff = await requireStaff();
  const { q, state, page } = listParams.parse(await searchParams);
  const filter = { search: q, status: asSubscriptionStatus(state), page };
  const { rows, hasMore } = await listSubscriptions(staff, filter);
  return (
    <>
      <h1 className="text-title">Subscriptions</h1>
      <SearchForm
        label="Find a subscription"
        hint="By name, e-mail, order number, or any ProcessOut id."
        search={q}
        filter={{ label: "Status", name: "state", selected: state, choices: subscriptionChoices }}
      />
      {rows.length > 0 ? (
        <SubscriptionRows subscriptions={rows} />
      ) : (
        <EmptyList>No subscriptions found.</EmptyList>
      )}
      <PageLinks path="/office/subscriptions" query={{ q, state }} page={page} hasMore={hasMore} />
    </>
  );
}
