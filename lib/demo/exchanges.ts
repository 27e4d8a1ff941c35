import type { SignedInUser } from "@/lib/auth/session";
import { db } from "@/lib/platform/db";
import type { Exchange } from "./exchange";
import { sentenceOfDelivery, sentenceOfRequest } from "./exchange-sentences";
import { readDeliveries, readRequests, type SandboxDelivery, type SandboxRequest } from "./sandbox-log";
import { strikeOut } from "./strike-out";

/** Objects that belong to one customer. A project or a gateway belongs to all, and `card_id` is the name of a field. */
const ID = /\b(?:cust|tok|card|iv|tr|ev|rf|dsp)_[A-Za-z0-9]{20,}/g;

/**
 * The calls of the last minutes that concern a shopper's own objects, oldest first; for staff all of them. A call concerns a
 * shopper when it names an object of theirs or makes one: so a card number that was typed in the browser, the shop's calls,
 * the worker's charges a month later and the webhooks are found by the ids that they have in common.
 */
export async function listExchanges(user: Pick<SignedInUser, "userId" | "role">): Promise<Exchange[]> {
  const [requests, deliveries] = await Promise.all([readRequests(), readDeliveries()]);
  const isShown =
    user.role === "staff"
      ? () => true
      : concerning(await listIdsOf(user.userId), requests.map(linksOfRequest));
  return [
    ...requests.filter(({ id }) => isShown(id)).map(toExchange),
    ...deliveries.filter((row) => row.attempted_at && isShown(row.event_id)).map(toDelivery),
  ].sort(byArrival);
}

/** The sandbox numbers its requests as they arrive; many arrive within a millisecond. */
const byArrival = (a: Exchange, b: Exchange) =>
  a.at.localeCompare(b.at) || a.id.localeCompare(b.id, "en", { numeric: true });

/** ProcessOut's ids in the shopper's rows. */
async function listIdsOf(userId: string): Promise<string[]> {
  const [customers, cards] = await Promise.all([
    db().processOutCustomer.findMany({ where: { userId }, select: { customerId: true } }),
    db().savedCard.findMany({ where: { userId }, select: { tokenId: true, cardId: true } }),
  ]);
  const rows: Record<string, string | null>[] = [...customers, ...cards];
  // eject:start payments
  const select = { invoiceId: true, transactionId: true, cardId: true };
  rows.push(...(await db().payment.findMany({ where: { order: { userId } }, select })));
  // eject:end payments
  return rows.flatMap((row) => Object.values(row)).filter((id) => id !== null);
}

type Links = { id: string; named: string[]; made: string[] };

/** The ids that a call names, and those that its answer tells. */
export function linksOfRequest({
  id,
  path,
  body,
  answer,
}: Pick<SandboxRequest, "id" | "path" | "body" | "answer">): Links {
  const named = `${path} ${JSON.stringify(body)}`.match(ID) ?? [];
  // A list names objects that the call is not about.
  const made = answer.includes('"has_more"') ? [] : (answer.match(ID) ?? []);
  return { id, named, made };
}

/** Follows the ids from call to call until nothing is added. Answers for the id of a call, or of an event. */
export function concerning(ownIds: string[], calls: Links[]): (id: string) => boolean {
  const known = new Set(ownIds);
  let open = calls;
  for (let before = -1; before !== open.length; ) {
    before = open.length;
    open = open.filter(({ id, named, made }) => {
      const ids = [...named, ...made];
      if (!ids.some((each) => known.has(each))) return true;
      for (const each of [id, ...ids]) known.add(each);
      return false;
    });
  }
  return (id) => known.has(id);
}

function toExchange(row: SandboxRequest): Exchange {
  const from = row.user_agent?.startsWith("Mozilla/") ? "browser" : "merchant";
  const { sentence, madeBy } = sentenceOfRequest(from, row);
  return {
    id: row.id,
    at: row.received_at,
    from,
    to: "processout",
    sentence,
    method: row.method,
    path: row.path,
    query: row.query,
    status: row.status,
    error: row.error_type,
    durationMs: Math.round(row.duration_ms),
    idempotencyKey: row.idempotency_key,
    isReplayed: row.replayed,
    fault: row.fault,
    request: strikeOut(row.body, rootOf(row.path)),
    answer: strikeOut(parse(row.answer)),
    madeBy,
  };
}

function toDelivery(row: SandboxDelivery): Exchange {
  return {
    id: `${row.id}#${row.attempts}`,
    at: row.attempted_at ?? "",
    from: "processout",
    to: "merchant",
    sentence: sentenceOfDelivery(row),
    method: "POST",
    path: "/api/webhooks/processout/•••",
    query: "",
    status: row.response_code ? Number(row.response_code) : null,
    error: row.error,
    durationMs: row.response_time_ms ?? 0,
    idempotencyKey: null,
    isReplayed: false,
    fault: null,
    request: { event_id: row.event_id, event_type: row.event_name },
    answer: row.response_body ? parse(row.response_body) : null,
    madeBy: null,
  };
}

/** The noun of a request's body: `/invoices/iv_…` is about an invoice. */
const rootOf = (path: string) => path.split("/")[1]?.replace(/s$/, "") ?? "";

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
