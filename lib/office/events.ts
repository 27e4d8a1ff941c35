import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { Prisma } from "@/prisma/generated/client";
import { pageOf, toPage } from "./page";
import { type OfficeEvent, type Page, type Query, readQuery } from "./screens";

const inProject = () => ({ projectId: env().PROCESSOUT_PROJECT_ID });

/** The ledger of webhook deliveries, the latest first; found by event id, any ProcessOut id, name, e-mail or order. */
export async function listEvents(
  _: StaffViewer,
  { state, typed, page }: { state?: OfficeEvent["state"] | undefined; typed: string; page: number },
): Promise<Page<OfficeEvent>> {
  const rows = await db().webhookEvent.findMany({
    where: { ...inProject(), state, ...(await matching(readQuery(typed))) },
    orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
    ...pageOf(page),
  });
  return toPage(rows, page);
}

/** How many wait, and for how long the oldest has. */
export async function countWaiting(_: StaffViewer): Promise<number> {
  return db().webhookEvent.count({ where: { ...inProject(), state: { in: ["received", "parked"] } } });
}

async function matching(query: Query): Promise<Prisma.WebhookEventWhereInput> {
  if (query.kind === "everything") return {};
  if (query.kind === "id") return { subjects: { has: query.id } };
  if (query.kind === "order") {
    return { subjects: { hasSome: await invoicesOf({ number: query.number }) } };
  }
  const { words } = query;
  if (words.startsWith("ev_")) return { id: words };
  const subjects = { hasSome: await subjectsOfPeople({ contains: words, mode: "insensitive" }) };
  return { OR: [{ name: { contains: words } }, { note: { contains: words } }, { subjects }] };
}

/** What an event about somebody would name: their Customers, and the invoices of what they, or a guest, bought. */
async function subjectsOfPeople(words: { contains: string; mode: "insensitive" }): Promise<string[]> {
  const named = { OR: [{ name: words }, { email: words }] };
  const [customers, invoices] = await Promise.all([
    db().processOutCustomer.findMany({ where: { ...inProject(), user: named }, take: MANY }),
    invoicesOf(named),
  ]);
  return [...customers.flatMap(({ customerId }) => customerId ?? []), ...invoices];
}

async function invoicesOf(order: Prisma.OrderWhereInput): Promise<string[]> {
  const payments = await db().payment.findMany({
    where: { ...inProject(), order },
    select: { invoiceId: true },
    orderBy: { startedAt: "desc" },
    take: MANY,
  });
  return payments.flatMap(({ invoiceId }) => invoiceId ?? []);
}

/** The latest of more than that many people or purchases are looked for. */
const MANY = 200;
