import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CardRows } from "@/components/office/customers";
import { PaymentRows } from "@/components/office/payments";
import { EmptyList, Facts, Timestamp } from "@/components/office/primitives";
import { SubscriptionRows } from "@/components/office/subscriptions";
import { requireStaff } from "@/lib/auth/staff";
import { linkToSandbox } from "@/lib/demo/sandbox-link"; // eject: demo
import { getCustomer } from "@/lib/office/customers";
import { listPayments } from "@/lib/office/payments";
import { listSubscriptions } from "@/lib/office/subscriptions";

export const metadata: Metadata = { title: "Customer" };

export default async function CustomerPage({ params }: { params: Promise<{ id: string }> }) {
  const staff = await requireStaff();
  const { id } = await params;
  const customer = await getCustomer(staff, id);
  if (!customer) notFound();
  const theirs = { search: "", userId: id, page: 1 };
  const [payments, subscriptions] = await Promise.all([
    listPayments(staff, theirs),
    listSubscriptions(staff, theirs),
  ]);
  return (
    <>
      <h1 className="text-title break-words">{customer.name ?? customer.email}</h1>
      <Facts
        open={linkToSandbox} // eject: demo
        facts={[
          { label: "E-mail", value: customer.email },
          { label: "Since", value: <Timestamp at={customer.since} /> },
          customer.customerId
            ? { label: "ProcessOut Customer", value: customer.customerId, id: customer.customerId }
            : { label: "ProcessOut Customer", value: "None yet" },
          { label: "Currency", value: customer.currency ?? "Not known" },
        ]}
      />
      <section aria-labelledby="cards" className="grid gap-4">
        <h2 id="cards" className="text-xl">
          Cards
        </h2>
        {customer.savedCards.length > 0 ? (
          <CardRows
            cards={customer.savedCards}
            open={linkToSandbox} // eject: demo
          />
        ) : (
          <EmptyList>No cards saved.</EmptyList>
        )}
      </section>
      {subscriptions.rows.length > 0 && (
        <section aria-labelledby="subscriptions" className="grid gap-4">
          <h2 id="subscriptions" className="text-xl">
            Subscriptions
          </h2>
          <SubscriptionRows subscriptions={subscriptions.rows} />
        </section>
      )}
      <section aria-labelledby="payments" className="grid gap-4">
        <h2 id="payments" className="text-xl">
          Payments
        </h2>
        {payments.rows.length > 0 ? (
          <PaymentRows payments={payments.rows} />
        ) : (
          <EmptyList>No payments yet.</EmptyList>
        )}
      </section>
    </>
  );
}
