import type { Collection, Row } from "../store/collection";
import { invalid } from "./errors";

export type PageOf<R> = { rows: R[]; envelope: Record<string, unknown> };

/**
 * One page of a collection in ProcessOut's envelope (server-api.md §1.5). Newest first unless `order=asc`; the
 * cursor itself is not on the page, and may have been deleted since. Go's `limit=0` and Ruby's `limit=` mean the default.
 */
export function paginate<R extends Row, I extends string>(
  query: URLSearchParams,
  collection: Collection<R, I>,
  index: I,
  value: string,
): PageOf<R> {
  const limit = readLimit(query.get("limit"));
  const order = readOrder(query.get("order"));
  const cursor = (id: string | null) => {
    if (!id) return undefined;
    const seq = collection.seqOf(index, value, id);
    if (seq === undefined) throw invalid("request.pagination.invalid", "The cursor is not on this list.");
    return seq;
  };
  const after = cursor(query.get("start_after"));
  const before = cursor(query.get("end_before"));
  if (after !== undefined && before !== undefined) {
    throw invalid("request.pagination.invalid", "Give start_after or end_before, not both.");
  }

  // A page that ends before a cursor is the nearest one to it: list away from the cursor, then reverse.
  const backwards = before !== undefined;
  const rows = collection.list(index, value, {
    order: backwards ? opposite(order) : order,
    limit: limit + 1,
    after: backwards ? before : after,
  });
  const hasMore = rows.length > limit;
  const page = rows.slice(0, limit);
  if (backwards) page.reverse();
  const total = collection.count(index, value);
  return {
    rows: page,
    envelope: { count: page.length, has_more: hasMore, limit, order, success: true, total_count: total },
  };
}

const opposite = (order: "asc" | "desc") => (order === "asc" ? "desc" : "asc");

function readLimit(raw: string | null): number {
  if (!raw || raw === "0") return 10;
  if (!/^\d{1,9}$/.test(raw))
    throw invalid("request.pagination.invalid", "limit has to be a number from 1 to 100.");
  return Math.min(Number(raw), 100);
}

function readOrder(raw: string | null): "asc" | "desc" {
  if (!raw) return "desc";
  if (raw === "asc" || raw === "desc") return raw;
  throw invalid("request.pagination.invalid", "order has to be asc or desc.");
}
