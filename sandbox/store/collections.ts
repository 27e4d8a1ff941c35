import type { RootDatabase } from "lmdb";
import { createCollection, type Row } from "./collection";
import { createDueQueue } from "./due-queue";
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
import type { Session } from "./session";

/** Every collection with its indexes. */
export function openCollections(root: RootDatabase, session: Session) {
  const opened: { clearSync(): void }[] = [];
  const table = (name: string) => {
    const database = root.openDB({ name, encoding: "json" });
    opened.push(database);
    return database;
  };
  const collection =
    <R extends Row>(name: string) =>
    <I extends string>(indexes: Record<I, (row: R) => string | null>) =>
      createCollection<R, I>(
        name,
        {
          rows: table(`${name}.rows`),
          index: table(`${name}.index`),
          removed: table(`${name}.removed`),
        },
        indexes,
        session,
      );
  const project = (row: { project_id: string }) => row.project_id;

  return {
    collections: {
      projects: collection<ProjectRow>("projects")({
        all: () => "all",
        supervisor: (row) => row.supervisor_project_id ?? null,
      }),
      customers: collection<CustomerRow>("customers")({ project }),
      tokens: collection<TokenRow>("tokens")({ project, customer: (row) => row.customer_id }),
      cards: collection<CardRow>("cards")({ project }),
      authentications: collection<AuthenticationRow>("authentications")({
        project,
        owner: (row) => row.owner,
      }),
      invoices: collection<InvoiceRow>("invoices")({ project, customer: (row) => row.customer_id }),
      transactions: collection<TransactionRow>("transactions")({
        project,
        customer: (row) => row.customer_id,
        invoice: (row) => row.invoice_id,
      }),
      refunds: collection<RefundRow>("refunds")({ project, transaction: (row) => row.transaction_id }),
      events: collection<EventRow>("events")({ project }),
      endpoints: collection<EndpointRow>("endpoints")({ project }),
      deliveries: collection<DeliveryRow>("deliveries")({ project, event: (row) => row.event_id }),
      replays: collection<ReplayRow>("replays")({}),
      due: createDueQueue(table("due"), session),
    },
    clear: () => {
      for (const database of opened) database.clearSync();
    },
  };
}
