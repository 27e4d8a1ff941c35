import type { Metadata } from "next";
import { PageSteps } from "@/components/office/page-steps";
import { PaymentRows } from "@/components/office/payment-rows";
import { Nothing } from "@/components/office/rows";
import { SearchForm } from "@/components/office/search-form";
import { paymentChoices } from "@/components/office/status";
import { requireStaff } from "@/lib/auth/staff";
import { listPayments } from "@/lib/office/payments";
import { asPaymentStatus } from "@/lib/payments/payment-status";
import { listParams, type SearchParams } from "../search-params";

export const metadata: Metadata = { title: "Payments" };

export default async function PaymentsPage({ searchParams }: { searchParams: SearchParams }) {
  const staff = await requireStaff();
  const { q, state, page } = listParams.parse(await searchParams);
  const { rows, hasMore } = await listPayments(staff, { typed: q, status: asPaymentStatus(state), page });
  return (
    <>
      <h1 className="text-title">Payments</h1>
      <SearchForm
        label="Find a payment"
        hint="By name, e-mail, order number, or any ProcessOut id."
        typed={q}
        filter={{ label: "State", name: "state", chosen: state, choices: paymentChoices }}
      />
      {rows.length > 0 ? <PaymentRows payments={rows} /> : <Nothing>No payment like that.</Nothing>}
      <PageSteps path="/office/payments" query={{ q, state }} page={page} hasMore={hasMore} />
    </>
  );
}
