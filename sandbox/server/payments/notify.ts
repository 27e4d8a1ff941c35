import type { InvoiceRow, TransactionRow } from "../../store/payment-rows";
import type { Engine } from "../engine";
import { fireEvent } from "../events";
import { showInvoice, showTransactionInEvent } from "../resources";

/** The last part of a `transaction.…` event's name (server-api.md §3.6). */
export type TransactionEvent =
  | "requested"
  | "authorized"
  | "captured"
  | "failed"
  | "voided"
  | "refunded"
  | "operation.refund.failed"
  | `chargeback.${string}`;

/** Fires `transaction.{event}`; a capture also fires `invoice.completed`. */
export function notify(engine: Engine, event: TransactionEvent, transaction: TransactionRow) {
  const invoice = engine.store.invoices.get(transaction.invoice_id);
  const snapshot = showTransactionInEvent(engine, transaction);
  const name = `transaction.${event}`;
  fireEvent(engine, transaction.project_id, name, "transaction", snapshot, invoice?.webhook_url ?? null);
  if (event === "captured" && invoice) notifyCompleted(engine, invoice);
}

function notifyCompleted(engine: Engine, invoice: InvoiceRow) {
  const snapshot = showInvoice(engine, invoice);
  fireEvent(engine, invoice.project_id, "invoice.completed", "invoice", snapshot, invoice.webhook_url);
}
