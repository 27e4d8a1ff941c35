import { z } from "zod";
import type { ReadOptions } from "./call";
import { UnavailableError } from "./errors";
import type { Request } from "./request";

export type ListOptions = ReadOptions & {
  /** Newest first ("desc") by default. */
  order?: "asc" | "desc";
  /** Items per call, at most 100. Changes the number of calls, not the number of items. */
  pageSize?: number;
  expand?: string[];
};

type List<Schema> = { path: string; key: string; item: Schema };

/**
 * Every item of a list. Pages are fetched as items are read. Ends only when ProcessOut says that there are no
 * more, so a list that ends is complete: a page that does not advance is an UnavailableError.
 */
export async function* paginate<Schema extends z.ZodType<{ id: string }>>(
  request: Request,
  { path, key, item }: List<Schema>,
  { pageSize = 100, order, expand, ...options }: ListOptions = {},
): AsyncGenerator<z.output<Schema>, void, undefined> {
  const schema = z.looseObject({ has_more: z.boolean() }).transform((page, context) => {
    const items = z.array(item).nullable().safeParse(page[key]);
    if (items.success) return { hasMore: page.has_more, items: items.data ?? [] };
    context.addIssue({ code: "custom", path: [key], message: "is not a list of the expected items" });
    return z.NEVER;
  });
  const cursors = new Set<string>();
  let cursor: string | undefined;
  do {
    const query = { limit: pageSize, order, start_after: cursor, expand: expand?.join(",") };
    const page = await request({ method: "GET", path, query, schema, ...options });
    yield* page.items;
    cursor = page.hasMore ? nextCursor(path, page.items.at(-1)?.id, cursors) : undefined;
  } while (cursor !== undefined);
}

function nextCursor(path: string, last: string | undefined, seen: Set<string>): string {
  if (last === undefined || seen.has(last)) {
    throw new UnavailableError({ method: "GET", path, problem: "promised more items but did not advance" });
  }
  seen.add(last);
  return last;
}
