import type { InvoiceRow } from "../../../store/payment-rows";
import { invalid } from "../../errors";
import { paginate } from "../../pagination";
import { text } from "../../params";
import { showCustomer, showInvoice, showTransaction } from "../../resources";
import { type Answer, type Context, type Route, route } from "../../route";
import {
  createInvoice,
  requireCurrency,
  requireCustomer,
  requireInvoice,
  transactionOf,
  withIds,
} from "../invoices";
import { invoiceParams, invoiceUpdateParams } from "../params";
import { requireState } from "../rules/guards";

const invoiceOf = (context: Context): InvoiceRow =>
  requireInvoice(context, context.project.id, context.path.invoice);

/** Answers with the client secret, which lets a client without a key act on this invoice (server-api.md §1.2). */
const answer = (context: Context, invoice: InvoiceRow): Answer => ({
  headers: { "X-ProcessOut-Client-Secret": invoice.client_secret },
  body: { invoice: showInvoice(context, invoice, context.expand) },
});

/** Nothing but a waiting invoice may change (INF; documented for DELETE). */
function requireUnpaid(context: Context, invoice: InvoiceRow) {
  const { status, attempts_count } = transactionOf(context, invoice);
  requireState(status === "waiting" && attempts_count === 0, "A payment of this invoice has started.");
}

export const invoiceRoutes: Route[] = [
  route({
    method: "POST",
    path: "/invoices",
    access: "private",
    params: invoiceParams,
    handle: (context) => answer(context, createInvoice(context, context.project.id, context.params)),
  }),
  route({
    method: "GET",
    path: "/invoices",
    access: "private",
    params: {},
    handle: (context) => {
      const { rows, envelope } = paginate(
        context.query,
        context.store.invoices,
        "project",
        context.project.id,
      );
      return {
        body: { ...envelope, invoices: rows.map((row) => showInvoice(context, row, context.expand)) },
      };
    },
  }),
  route({
    method: "GET",
    path: "/invoices/:invoice",
    access: "public",
    params: {},
    handle: (context) => answer(context, invoiceOf(context)),
  }),
  route({
    method: "PUT",
    path: "/invoices/:invoice",
    access: "private",
    params: invoiceUpdateParams,
    handle: (context) => {
      const invoice = invoiceOf(context);
      requireUnpaid(context, invoice);
      const { amount = invoice.amount, details, ...extras } = context.params;
      if (amount === "0" && !invoice.verification) {
        throw invalid("request.validation.invalid-amount", "The amount must be greater than 0.", "amount");
      }
      const updated: InvoiceRow = {
        ...invoice,
        amount,
        details: details ? withIds(details) : invoice.details,
        extras: { ...invoice.extras, ...extras },
      };
      context.store.invoices.put(updated);
      context.store.transactions.put({ ...transactionOf(context, invoice), amount });
      return answer(context, updated);
    },
  }),
  route({
    // The sandbox is its own gateway: there is never anything to fetch from it.
    method: "PUT",
    path: "/invoices/:invoice/sync-with-psp",
    access: "private",
    params: {},
    handle: (context) => answer(context, invoiceOf(context)),
  }),
  route({
    method: "DELETE",
    path: "/invoices/:invoice",
    access: "private",
    params: {},
    handle: (context) => {
      const invoice = invoiceOf(context);
      requireUnpaid(context, invoice);
      context.store.transactions.remove(invoice.transaction_id);
      context.store.invoices.remove(invoice.id);
      return { body: {} };
    },
  }),
  route({
    method: "GET",
    path: "/invoices/:invoice/customers",
    access: "private",
    params: {},
    handle: (context) => {
      const { customer_id } = invoiceOf(context);
      const customer = requireCustomer(context, context.project.id, customer_id ?? "");
      return { body: { customer: showCustomer(context, customer, context.expand) } };
    },
  }),
  route({
    method: "POST",
    path: "/invoices/:invoice/customers",
    access: "private",
    params: { customer_id: text() },
    handle: (context) => {
      const invoice = invoiceOf(context);
      requireUnpaid(context, invoice);
      const customer = requireCustomer(context, context.project.id, context.params.customer_id ?? "");
      requireCurrency(customer, invoice.currency);
      context.store.invoices.put({ ...invoice, customer_id: customer.id });
      context.store.transactions.put({ ...transactionOf(context, invoice), customer_id: customer.id });
      return { body: { customer: showCustomer(context, customer, context.expand) } };
    },
  }),
  route({
    // Singular in the answer, as recorded.
    method: "GET",
    path: "/invoices/:invoice/transactions",
    access: "private",
    params: {},
    handle: (context) => {
      const transaction = transactionOf(context, invoiceOf(context));
      return { body: { transaction: showTransaction(context, transaction, context.expand) } };
    },
  }),
];
