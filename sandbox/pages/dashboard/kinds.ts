import type { Row } from "./control";

export type Column = { title: string; read: (row: Row) => unknown; isNumber?: boolean };

const field = (title: string, name: string): Column => ({ title, read: (row) => row[name] });
const id = field("ID", "id");
const created = field("Created", "created_at");
const customer = field("Customer", "customer_id");
const status = field("Status", "status");
const amount: Column = {
  title: "Amount",
  isNumber: true,
  read: (row) => `${row.amount} ${row.currency ?? ""}`,
};

type Kind = { title: string; one: string; prefix: string; columns: Column[]; hint: string };

/** What the dashboard lists, in the order of its menu. */
export const kinds: Record<string, Kind> = {
  customers: {
    title: "Customers",
    one: "Customer",
    prefix: "cust_",
    hint: "Name, e-mail, metadata, anything",
    columns: [
      { title: "Name", read: (row) => [row.first_name, row.last_name].filter(Boolean).join(" ") || null },
      field("E-mail", "email"),
      id,
      field("Default token", "default_token_id"),
      created,
    ],
  },
  tokens: {
    title: "Tokens",
    one: "Token",
    prefix: "tok_",
    hint: "Status, card, customer, metadata",
    columns: [
      id,
      field("Verification", "verification_status"),
      { title: "Chargeable", read: (row) => (row.is_chargeable ? "yes" : "no") },
      field("Summary", "summary"),
      customer,
      created,
    ],
  },
  cards: {
    title: "Cards",
    one: "Card",
    prefix: "card_",
    hint: "Scheme, last four, scenario",
    columns: [
      id,
      field("Scenario", "scenario"),
      field("Scheme", "scheme"),
      { title: "Number", read: (row) => `•••• ${row.last_4_digits}` },
      { title: "Expires", read: (row) => `${String(row.exp_month).padStart(2, "0")}/${row.exp_year}` },
      field("Used by", "used_by"),
      created,
    ],
  },
  invoices: {
    title: "Invoices",
    one: "Invoice",
    prefix: "iv_",
    hint: "Name, amount, customer, metadata",
    columns: [id, field("Name", "name"), amount, customer, field("Transaction", "transaction_id"), created],
  },
  transactions: {
    title: "Transactions",
    one: "Transaction",
    prefix: "tr_",
    hint: "Status, amount, error code",
    columns: [
      id,
      status,
      amount,
      field("Error", "error_code"),
      field("Invoice", "invoice_id"),
      customer,
      created,
    ],
  },
  refunds: {
    title: "Refunds",
    one: "Refund",
    prefix: "refd_",
    hint: "Reason, transaction",
    columns: [id, amount, field("Reason", "reason"), field("Transaction", "transaction_id"), created],
  },
  authentications: {
    title: "3-D Secure",
    one: "3-D Secure run",
    prefix: "auth_",
    hint: "Stage, result, owner",
    columns: [
      id,
      field("Stage", "stage"),
      field("Result", "result"),
      { title: "Version", isNumber: true, read: (row) => row.version },
      field("For", "owner"),
      created,
    ],
  },
  events: {
    title: "Events",
    one: "Event",
    prefix: "ev_",
    hint: "Event name, any id inside",
    columns: [id, field("Name", "name"), { title: "About", read: aboutOf }, field("Fired", "fired_at")],
  },
  deliveries: {
    title: "Deliveries",
    one: "Delivery",
    prefix: "whk_",
    hint: "Event, address, response",
    columns: [
      id,
      status,
      field("Event", "event_name"),
      field("Address", "url"),
      { title: "Answer", read: (row) => row.response_code ?? row.error },
      { title: "Attempts", isNumber: true, read: (row) => row.attempts },
      created,
    ],
  },
};

/** The object an event is about, by the first id in its data. */
function aboutOf(row: Row): unknown {
  const parts = Object.values((row.data ?? {}) as Record<string, unknown>);
  const found = parts.find((part): part is Row => typeof part === "object" && part !== null && "id" in part);
  return found?.id;
}

/** The kind an id belongs to, for links. */
export function kindOf(value: string): string | undefined {
  if (!/^[a-z]+_[A-Za-z0-9]{16,}$/.test(value)) return undefined;
  return Object.keys(kinds).find((name) => value.startsWith(kinds[name]?.prefix ?? "\0"));
}
