import type { Metadata } from "next";
import { CustomerRows } from "@/components/office/customers";
import { EmptyList, PageLinks } from "@/components/office/primitives";
import { SearchForm } from "@/components/office/search-form";
import { requireStaff } from "@/lib/auth/staff";
import { listCustomers } from "@/lib/office/customers";
import { listParams, type SearchParams } from "../search-params";

export const metadata: Metadata = { title: "Customers" };

export default async function CustomersPage({ searchParams }: { searchParams: SearchParams }) {
  const staff = await requireStaff();
  const { q, page } = listParams.parse(await searchParams);
  const { rows, hasMore } = await listCustomers(staff, { search: q, page });
  return (
    <>
      <h1 className="text-title">Customers</h1>
      <SearchForm
        label="Find a customer"
        hint="By name, e-mail, order number, or any ProcessOut id: cust_, tok_, card_, iv_, tr_, refd_."
        search={q}
      />
      {rows.length > 0 ? <CustomerRows customers={rows} /> : <EmptyList>No customers found.</EmptyList>}
      <PageLinks path="/office/customers" query={{ q }} page={page} hasMore={hasMore} />
    </>
  );
}
