import type { Collection, Row } from "../../store/collection";
import type { Store } from "../../store/store";
import type { PageAnswer, PageContext, PageRoute } from "../route";
import { SEED_NAMES } from "../seeds";

type Stored = Row & { project_id: string };
type Shelf = Pick<Collection<Stored, "project">, "get" | "list" | "count" | "seqOf">;
type Found = Record<string, unknown>;

const shelves: Record<string, (store: Store) => Shelf> = {
  customers: (store) => store.customers,
  tokens: (store) => store.tokens,
  cards: (store) => store.cards,
  invoices: (store) => store.invoices,
  transactions: (store) => store.transactions,
  refunds: (store) => store.refunds,
  authentications: (store) => store.authentications,
  events: (store) => store.events,
  deliveries: (store) => store.deliveries,
};

const PAGE = 50;
const CHUNK = 500;
/** A search stops after this time and returns a cursor: the sandbox answers its clients on the same thread. */
const SEARCH_BUDGET_MS = 200;

const shown = ({ seq: _, ...row }: Stored): Found => row;
const missing = (): PageAnswer => ({ status: 404, content: { message: "There is no such object." } });

/** Newest first. `search` keeps the rows that hold every one of its words, in any field. */
function listObjects({ store, path, query }: PageContext): PageAnswer {
  const shelf = shelves[path.kind ?? ""]?.(store);
  const project = query.get("project") ?? firstProject(store);
  if (!shelf || !project) return missing();
  const words = (query.get("search") ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const exact = words.length === 1 ? shelf.get(query.get("search")?.trim() ?? "") : undefined;
  if (exact)
    return { content: { objects: [shown(exact)], next: null, total: shelf.count("project", project) } };

  const startAfter = query.get("start_after");
  const found: Found[] = [];
  const deadline = performance.now() + SEARCH_BUDGET_MS;
  const startSeq = startAfter ? shelf.seqOf("project", project, startAfter) : undefined;
  let last = startAfter && startSeq !== undefined ? { id: startAfter, seq: startSeq } : undefined;
  let next: string | null = null;
  while (true) {
    const limit = words.length > 0 ? CHUNK : PAGE + 1;
    const chunk = shelf.list("project", project, { order: "desc", limit, after: last?.seq });
    for (const row of chunk) {
      if (found.length === PAGE) {
        next = last?.id ?? null;
        break;
      }
      last = row;
      if (holds(row, words)) found.push(shown(row));
    }
    if (next || chunk.length < limit) break;
    if (performance.now() > deadline) {
      next = last?.id ?? null;
      break;
    }
  }
  return { content: { objects: found, next, total: shelf.count("project", project) } };
}

function holds(row: Stored, words: string[]): boolean {
  if (words.length === 0) return true;
  const text = JSON.stringify(row).toLowerCase();
  return words.every((word) => text.includes(word));
}

/** One object and the objects that refer to it. */
function getObject({ store, path }: PageContext): PageAnswer {
  const row = shelves[path.kind ?? ""]?.(store).get(path.id ?? "");
  return row
    ? { content: { object: shown(row), related: relatedTo(store, path.kind ?? "", row) } }
    : missing();
}

function relatedTo(store: Store, kind: string, row: Stored): Record<string, Found[]> {
  const { id } = row;
  const newest = { order: "desc", limit: PAGE } as const;
  const authentications = () => store.authentications.list("owner", id, newest).map(shown);
  const events = eventsAbout(store, row);
  if (kind === "customers")
    return {
      tokens: store.tokens.list("customer", id, newest).map(shown),
      invoices: store.invoices.list("customer", id, newest).map(shown),
      transactions: store.transactions.list("customer", id, newest).map(shown),
      events,
    };
  if (kind === "tokens") return { authentications: authentications(), events };
  if (kind === "invoices")
    return {
      transactions: store.transactions.list("invoice", id, newest).map(shown),
      authentications: authentications(),
      events,
    };
  if (kind === "transactions")
    return { refunds: store.refunds.list("transaction", id, newest).map(shown), events };
  if (kind === "events") return { deliveries: store.deliveries.list("event", id, newest).map(shown) };
  return { events };
}

/** The latest events that name the object; older ones are found by searching. */
function eventsAbout(store: Store, { id, project_id }: Stored): Found[] {
  const latest = store.events.list("project", project_id, { order: "desc", limit: CHUNK });
  return latest.filter((event) => event.id !== id && JSON.stringify(event.data).includes(id)).map(shown);
}

const firstProject = (store: Store) => store.projects.list("all", "all", { order: "asc", limit: 1 })[0]?.id;

function listProjects({ store, clock, options }: PageContext): PageAnswer {
  const projects = store.projects.list("all", "all", { order: "asc", limit: PAGE });
  return {
    content: {
      projects: projects.map(({ id, name }) => ({ id, name })),
      now: clock.stamp(),
      strict: options.strict,
      seeds: SEED_NAMES,
    },
  };
}

/** Rows as stored, for the dashboard. None holds a card number. */
export const objectControl: PageRoute[] = [
  { method: "GET", path: "/_sandbox/projects", handle: listProjects },
  { method: "GET", path: "/_sandbox/objects/:kind", handle: listObjects },
  { method: "GET", path: "/_sandbox/objects/:kind/:id", handle: getObject },
];
