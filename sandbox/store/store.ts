import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { open, type RootDatabase } from "lmdb";
import { createCollection, type Row } from "./collection";
import { createDueQueue } from "./due-queue";
import { lockFolder } from "./lock";
import type { InvoiceRow, RefundRow, TransactionRow } from "./payment-rows";
import type {
  AuthenticationRow,
  CardRow,
  CustomerRow,
  DeliveryRow,
  EndpointRow,
  EventRow,
  ProjectRow,
  ReplayRow,
  TokenRow,
} from "./rows";

export type Store = Awaited<ReturnType<typeof openStore>>;

const GIGABYTE = 1024 ** 3;

/**
 * Opens the store in `folder`, or in a throw-away folder when null.
 *
 * LMDB runs with `noSync`: a committed write is with the operating system, so it survives the death of this
 * process at any moment (kill -9 included), but the last seconds may be lost when the whole machine dies.
 */
export async function openStore(folder: string | null) {
  const path = folder ?? mkdtempSync(join(tmpdir(), "processout-sandbox-"));
  mkdirSync(path, { recursive: true });
  const lock = await lockFolder(path);
  const root = open({ path, noSync: true, maxDbs: 64, encoding: "json", mapSize: GIGABYTE });
  const collections = openCollections(root);
  const settings = root.openDB<unknown, string>({ name: "settings", encoding: "json" });

  return {
    ...collections.all,
    /**
     * Everything inside is committed together; a throw undoes it all. Synchronous, so nothing else runs in
     * between: this is why no rule of the sandbox has a race.
     */
    transaction: <T>(work: () => T): T => root.transactionSync(work) as T,
    setting: <T>(name: string): T | undefined => settings.get(name) as T | undefined,
    saveSetting: (name: string, value: unknown) => settings.putSync(name, value),
    /** Empties every collection and setting. */
    clear() {
      collections.clear();
      settings.clearSync();
    },
    async close() {
      await root.close();
      await lock.release();
      if (folder === null) rmSync(path, { recursive: true, force: true });
    },
  };
}

function openCollections(root: RootDatabase) {
  const sequence = root.openDB<number, string>({ name: "sequence", encoding: "json" });
  let last = sequence.get("last") ?? 0;
  const nextSeq = () => {
    last += 1;
    sequence.putSync("last", last);
    return last;
  };

  const tables = (name: string) => ({
    rows: root.openDB({ name: `${name}.rows`, encoding: "json" }),
    index: root.openDB({ name: `${name}.index`, encoding: "json" }),
    counts: root.openDB({ name: `${name}.counts`, encoding: "json" }),
  });
  const opened: ReturnType<typeof tables>[] = [];
  const collection = <R extends Row>() => {
    return <I extends string>(name: string, indexes: Record<I, (row: R) => string | null>) => {
      const own = tables(name);
      opened.push(own);
      return createCollection<R, I>(own, indexes, nextSeq);
    };
  };
  const project = (row: { project_id: string }) => row.project_id;

  const all = {
    projects: collection<ProjectRow>()("projects", { all: () => "all" }),
    customers: collection<CustomerRow>()("customers", { project }),
    tokens: collection<TokenRow>()("tokens", { project, customer: (row) => row.customer_id }),
    cards: collection<CardRow>()("cards", { project }),
    authentications: collection<AuthenticationRow>()("authentications", {
      project,
      owner: (row) => row.owner,
    }),
    invoices: collection<InvoiceRow>()("invoices", { project, customer: (row) => row.customer_id }),
    transactions: collection<TransactionRow>()("transactions", {
      project,
      customer: (row) => row.customer_id,
      invoice: (row) => row.invoice_id,
    }),
    refunds: collection<RefundRow>()("refunds", { project, transaction: (row) => row.transaction_id }),
    events: collection<EventRow>()("events", { project }),
    endpoints: collection<EndpointRow>()("endpoints", { project }),
    deliveries: collection<DeliveryRow>()("deliveries", { project, event: (row) => row.event_id }),
    replays: collection<ReplayRow>()("replays", { all: () => "all" }),
  };
  const due = root.openDB({ name: "due", encoding: "json" });
  const clear = () => {
    for (const own of opened) for (const table of Object.values(own)) table.clearSync();
    due.clearSync();
  };
  return { all: { ...all, due: createDueQueue(due, nextSeq) }, clear };
}
