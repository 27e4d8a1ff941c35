import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { Prisma } from "@/prisma/generated/client";
import { wordsOfEvents } from "./event-subjects";
import { skipTake, toPage } from "./page";
import type { OfficeEvent, Page } from "./screens";
import { parseSearch, type SearchQuery } from "./search-query";

/** Searches the latest 200 people and payments only. */
const SEARCHED = 200;

const inProject = () => ({ projectId: env().PROCESSOUT_PROJECT_ID });

/** Webhook deliveries, newest first; searched by event id, any ProcessOut id, name, e-mail or order number. */
export async function listEvents(
  _: StaffViewer,
  { state, search, page }: { state?: OfficeEvent["state"] | undefined; search: string; page: number },
): Promise<Page<OfficeEvent>> {
  const rows = await db().webhookEvent.findMany({
    where: { ...inProject(), state, ...(await whereMatches(parseSearch(search))) },
    orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
    ...skipTake(page),
  });
  const words = await wordsOfEvents(rows);
  return toPage(
    rows.map((row) => ({ ...row, words: words.get(row.id) ?? null })),
    page,
  );
}

/** The number of events that are not processed yet. */
export async function countWaitingEvents(_: StaffViewer): Promise<number> {
  return db().webhookEvent.count({ where: { ...inProject(), state: { in: ["received", "deferred"] } } });
}

async function whereMatches(query: SearchQuery): Promise<Prisma.WebhookEventWhereInput> {
  if (query.kind === "everything") return {};
  if (query.kind === "id") return { subjects: { has: query.id } };
  if (query.kind === "order") {
    return { subjects: { hasSome: await findInvoices({ number: query.number }) } };
  }
  const { words } = query;
  if (words.startsWith("ev_")) return { id: words };
  const subjects = { hasSome: await findSubjects({ contains: words, mode: "insensitive" }) };
  return { OR: [{ name: { contains: words } }, { note: { contains: words } }, { subjects }] };
}

/** The ids that an event about a person names: their Customers, and the invoices of their orders, a guest's included. */
async function findSubjects(words: { contains: string; mode: "insensitive" }): Promise<string[]> {
  const named = { OR: [{ name: words }, { email: words }] };
  const [customers, invoices] = await Promise.all([
    db().processOutCustomer.findMany({ where: { ...inProject(), user: named }, take: SEARCHED }),
    findInvoices(named),
  ]);
  return [...customers.flatMap(({ customerId }) => customerId ?? []), ...invoices];
}

async function findInvoices(order: Prisma.OrderWhereInput): Promise<string[]> {
  const payments = await db().payment.findMany({
    where: { ...inProject(), order },
    select: { invoiceId: true },
    orderBy: { startedAt: "desc" },
    take: SEARCHED,
  });
  return payments.flatMap(({ invoiceId }) => invoiceId ?? []);
}
