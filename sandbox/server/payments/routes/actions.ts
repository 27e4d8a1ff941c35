import { parseAmount } from "../../amounts";
import { declined } from "../../errors";
import { amount, ignored, map } from "../../params";
import { showRefund, transactionBody } from "../../resources";
import { type Context, type Route, route } from "../../route";
import { scenarioOfTransaction } from "../capture";
import { requireInvoice, transactionOf } from "../invoices";
import { decline } from "../issuer";
import { notify } from "../notify";
import { authorizeParams, captureParams } from "../params";
import { pay, prepare } from "../pay";
import { refundNow, refundParams } from "../refund";
import { increment } from "../rules/authorization";
import { voidAuthorization } from "../rules/capture-and-void";
import { requireAmount } from "../rules/guards";
import { stampNow } from "../stamp";

const invoiceOf = (context: Context) => requireInvoice(context, context.project.id, context.path.invoice);

export const paymentActionRoutes: Route[] = [
  route({
    method: "POST",
    path: "/invoices/:invoice/authorize",
    access: "public",
    params: authorizeParams,
    handle: (context) => pay(context, invoiceOf(context), context.params, "authorize"),
  }),
  route({
    method: "POST",
    path: "/invoices/:invoice/capture",
    access: "public",
    params: captureParams,
    handle: (context) => pay(context, invoiceOf(context), context.params, "capture"),
  }),
  route({
    // 3-D Secure alone: authorize or capture follows with the same source.
    method: "POST",
    path: "/invoices/:invoice/three-d-s",
    access: "public",
    params: authorizeParams,
    handle: (context) => prepare(context, invoiceOf(context), context.params),
  }),
  route({
    // Browsers may call it (browser-client.md §5.2); phones send the amount as a number.
    method: "POST",
    path: "/invoices/:invoice/increment_authorization",
    access: "public",
    params: { amount: amount(), metadata: ignored },
    handle: (context) => {
      const transaction = transactionOf(context, invoiceOf(context));
      const added = parseAmount(context.params.amount);
      requireAmount(added !== null, "An amount to add is needed.");
      const scenario = scenarioOfTransaction(context, transaction);
      const refusal = scenario.increment && decline(scenario, scenario.increment);
      const incremented = increment(transaction, added, refusal, stampNow(context));
      context.store.transactions.put(incremented);
      if (refusal) return declined(refusal.code);
      return { body: transactionBody(context, incremented, context.expand) };
    },
  }),
  route({
    method: "POST",
    path: "/invoices/:invoice/void",
    access: "private",
    params: { amount: amount(), metadata: map() },
    handle: (context) => {
      const transaction = transactionOf(context, invoiceOf(context));
      const voided = voidAuthorization(transaction, parseAmount(context.params.amount), stampNow(context));
      context.store.transactions.put(voided);
      notify(context, "voided", voided);
      return { body: transactionBody(context, voided, context.expand) };
    },
  }),
  route({
    method: "POST",
    path: "/invoices/:invoice/refunds",
    access: "private",
    params: refundParams,
    handle: (context) => {
      const made = refundNow(context, transactionOf(context, invoiceOf(context)), context.params);
      if (made.decline) return declined(made.decline.code);
      return { body: { refund: showRefund(context, made.refund, context.expand) } };
    },
  }),
];
