import type { TransactionRow } from "../../../store/payment-rows";
import { declined, notFound } from "../../errors";
import { findCustomer } from "../../find";
import { paginate } from "../../pagination";
import { list, text } from "../../params";
import { showRefund, showTransaction } from "../../resources";
import { type Answer, type Context, type Route, route } from "../../route";
import { refundNow, refundParams } from "../refund";

function transactionOf(context: Context): TransactionRow {
  const transaction = context.store.transactions.get(context.path.transaction ?? "");
  if (transaction?.project_id !== context.project.id) throw notFound("transaction");
  return transaction;
}

function listed(context: Context, rows: TransactionRow[], envelope: Record<string, unknown>): Answer {
  return {
    body: { ...envelope, transactions: rows.map((row) => showTransaction(context, row, context.expand)) },
  };
}

function page(context: Context): Answer {
  const { rows, envelope } = paginate(
    context.query,
    context.store.transactions,
    "project",
    context.project.id,
  );
  return listed(context, rows, envelope);
}

export const transactionRoutes: Route[] = [
  route({ method: "GET", path: "/transactions", access: "private", params: {}, handle: page }),
  route({
    // Fetches a list of ids; without any, as the generated SDKs call it, the first page.
    method: "POST",
    path: "/transactions",
    access: "private",
    params: { ids: list<string>(text()), transaction_ids: list<string>(text()) },
    handle: (context) => {
      const ids = context.params.ids ?? context.params.transaction_ids;
      if (!ids) return page(context);
      const rows = ids
        .map((id) => context.store.transactions.get(id))
        .filter((row): row is TransactionRow => row?.project_id === context.project.id);
      const envelope = { count: rows.length, has_more: false, limit: ids.length, order: "desc" };
      return listed(context, rows, { ...envelope, success: true, total_count: rows.length });
    },
  }),
  route({
    method: "GET",
    path: "/customers/:customer/transactions",
    access: "private",
    params: {},
    handle: (context) => {
      const { id } = findCustomer(context);
      const { rows, envelope } = paginate(context.query, context.store.transactions, "customer", id);
      return listed(context, rows, envelope);
    },
  }),
  route({
    method: "GET",
    path: "/transactions/:transaction",
    access: "private",
    params: {},
    handle: (context) => ({
      body: { transaction: showTransaction(context, transactionOf(context), context.expand) },
    }),
  }),
  route({
    method: "GET",
    path: "/transactions/:transaction/refunds",
    access: "private",
    params: {},
    handle: (context) => {
      const { id } = transactionOf(context);
      const { rows, envelope } = paginate(context.query, context.store.refunds, "transaction", id);
      return { body: { ...envelope, refunds: rows.map((row) => showRefund(context, row, context.expand)) } };
    },
  }),
  route({
    method: "POST",
    path: "/transactions/:transaction/refunds",
    access: "private",
    params: refundParams,
    handle: (context) => {
      const made = refundNow(context, transactionOf(context), context.params);
      return made.decline
        ? declined(made.decline.code)
        : { body: { refund: showRefund(context, made.refund, context.expand) } };
    },
  }),
  route({
    method: "GET",
    path: "/transactions/:transaction/refunds/:refund",
    access: "private",
    params: {},
    handle: (context) => {
      const refund = context.store.refunds.get(context.path.refund ?? "");
      if (refund?.transaction_id !== transactionOf(context).id) throw notFound("refund");
      return { body: { refund: showRefund(context, refund, context.expand) } };
    },
  }),
];
