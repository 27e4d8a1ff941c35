import type { Metadata } from "next";
import { EmptyList, PageLinks } from "@/components/office/primitives";
import { SearchForm } from "@/components/office/search-form";
import { EventRows, eventChoices } from "@/components/office/webhook-events";
import { requireStaff } from "@/lib/auth/staff";
import { listEvents } from "@/lib/office/events";
import { listParams, type SearchParams } from "../search-params";
import { replayEvent } from "./actions";

export const metadata: Metadata = { title: "Webhooks" };

const STATES = ["received", "deferred", "done", "expired"] as const;

export default async function WebhooksPage({ searchParams }: { searchParams: SearchParams }) {
  const staff = await requireStaff();
  const { q, state, page } = listParams.parse(await searchParams);
  const filter = { search: q, state: STATES.find((known) => known === state), page };
  const { rows, hasMore } = await listEvents(staff, filter);
  return (
    <>
      <header className="grid gap-2">
        <h1 className="text-title">Webhooks</h1>
        <p className="max-w-[64ch] text-muted">
          Webhook deliveries from ProcessOut and their outcome. A replay fetches the event again and updates
          the object it names; it is safe at any time.
        </p>
      </header>
      <SearchForm
        label="Find a delivery"
        hint="By event id or name, any ProcessOut id, a customer's name or e-mail, or order number."
        search={q}
        filter={{ label: "Status", name: "state", selected: state, choices: eventChoices }}
      />
      {rows.length > 0 ? (
        <EventRows events={rows} replay={replayEvent} />
      ) : (
        <EmptyList>No deliveries found.</EmptyList>
      )}
      <PageLinks path="/office/webhooks" query={{ q, state }} page={page} hasMore={hasMore} />
    </>
  );
}
