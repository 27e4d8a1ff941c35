import type { Metadata } from "next";
import { EventRows } from "@/components/office/event-rows";
import { PageSteps } from "@/components/office/page-steps";
import { Nothing } from "@/components/office/rows";
import { SearchForm } from "@/components/office/search-form";
import { eventChoices } from "@/components/office/status";
import { requireStaff } from "@/lib/auth/staff";
import { listEvents } from "@/lib/office/events";
import { listParams, type SearchParams } from "../search-params";
import { replayEvent } from "./actions";

export const metadata: Metadata = { title: "Webhooks" };

const STATES = ["received", "parked", "done", "expired"] as const;

export default async function WebhooksPage({ searchParams }: { searchParams: SearchParams }) {
  const staff = await requireStaff();
  const { q, state, page } = listParams.parse(await searchParams);
  const wanted = { typed: q, state: STATES.find((known) => known === state), page };
  const { rows, hasMore } = await listEvents(staff, wanted);
  return (
    <>
      <header className="grid gap-2">
        <h1 className="text-title">Webhooks</h1>
        <p className="max-w-[64ch] text-muted">
          Everything ProcessOut told us, and what came of it. A replay fetches the event again and brings what
          it is about up to date; it can be done at any time.
        </p>
      </header>
      <SearchForm
        label="Find a delivery"
        hint="By event id, any ProcessOut id it names, a customer's name or e-mail, order number, or a word of it."
        typed={q}
        filter={{ label: "State", name: "state", chosen: state, choices: eventChoices }}
      />
      {rows.length > 0 ? (
        <EventRows events={rows} replay={replayEvent} />
      ) : (
        <Nothing>No delivery like that.</Nothing>
      )}
      <PageSteps path="/office/webhooks" query={{ q, state }} page={page} hasMore={hasMore} />
    </>
  );
}
