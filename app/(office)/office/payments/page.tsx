import type { Metadata } from "next";
import { PaymentRows, paymentChoices } from "@/components/office/payments";
import { EmptyList, PageLinks } from "@/components/office/primitives";
import { SearchForm } from "@/components/office/search-form";
import { requireStaff } from "@/lib/auth/staff";
import { listPayments, parsePaymentFilter } from "@/lib/office/payments";
import { listParams, type SearchParams } from "../search-params";

export const metadata: Metadata = { title: "Payments" };

export default async function PaymentsPage({ searchParams }: { searchParams: SearchParams }) {
  const staff = await requireStaff();
  const { q, state, page } = listParams.parse(await searchParams);
  const { rows, hasMore } = await listPayments(staff, { search: q, status: parsePaymentFilter(state), page });
  return (
    <>
      <h1 className="text-title">Payments</h1>
      <SearchForm
        label="Find a payment"
        hint="By name, e-mail, order number, or any ProcessOut id."
        search={q}
        filter={{ label: "Status", name: "state", selected: state, choices: paymentChoices }}
      />
      {rows.length > 0 ? <PaymentRows payments={rows} /> : <EmptyList>No payments found.</EmptyList>}
      <PageLinks path="/office/payments" query={{ q, state }} page={page} hasMore={hasMore} />
    </>
  );
}
