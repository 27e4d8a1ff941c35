/**
 * A typed client of ProcessOut's server API for customers, saved cards, payments and events.
 *
 * Covered
 *   customers     POST /customers · GET, PUT, DELETE /customers/{c}
 *   tokens        POST, GET /customers/{c}/tokens · GET, PUT, DELETE /customers/{c}/tokens/{t}
 *   cards         GET /cards/{id}
 *   events        GET /events/{ev}
 *   invoices      POST /invoices · GET, DELETE /invoices/{i} · POST /invoices/{i}/authorize, /capture, /void,
 *                 /refunds, /three-d-s
 *   transactions  GET /transactions/{t}, /transactions/{t}/refunds, /invoices/{i}/transactions,
 *                 /customers/{c}/transactions
 *
 * Left out on purpose (see README.md): anything that takes a card number, alternative payment methods,
 * payouts, network tokens, gateway configurations, projects, products, exports, and listing a whole project.
 *
 * The folder imports only zod. Copy it and it works elsewhere.
 */
import { createCards } from "./cards";
import { createCustomers } from "./customers";
import { createEvents } from "./events";
import { createInvoices } from "./invoices";
import { createRequest } from "./request";
import { createTokens } from "./tokens";
import { createTransactions } from "./transactions";
import { sleep } from "./wait";

export type ProcessOutOptions = {
  /** `proj_…`, or `test-proj_…` for the sandbox environment. */
  projectId: string;
  /** `key_live_…` or `key_sandbox_…`. Server side only. */
  privateKey: string;
  /** `https://api.processout.com` by default. */
  baseUrl?: string;
  /** Time limit of each attempt. 30 seconds by default. */
  timeoutMs?: number;
  /** How often a call is retried after a retryable failure. 2 by default. */
  maxRetries?: number;
  fetch?: typeof globalThis.fetch;
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
  random?: () => number;
};

export type ProcessOut = ReturnType<typeof createProcessOut>;

/** Creates a client. It keeps no state and reads no environment: create one per project and share it. */
export function createProcessOut(options: ProcessOutOptions) {
  const request = createRequest({
    authorization: `Basic ${btoa(`${options.projectId}:${options.privateKey}`)}`,
    baseUrl: options.baseUrl ?? "https://api.processout.com",
    timeoutMs: options.timeoutMs ?? 30_000,
    maxRetries: options.maxRetries ?? 2,
    // Looked up at each call, so that instrumentation which replaces the global later still sees it.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    sleep: options.sleep ?? sleep,
    random: options.random ?? Math.random,
  });
  return {
    customers: createCustomers(request),
    tokens: createTokens(request),
    cards: createCards(request),
    events: createEvents(request),
    invoices: createInvoices(request),
    transactions: createTransactions(request),
  };
}

export type { ReadOptions, WriteOptions } from "./call";
export type { Card } from "./cards";
export type { CustomerAction } from "./customer-action";
export type { Customer, CustomerInput, CustomerUpdate } from "./customers";
export {
  AuthenticationError,
  CardRejectedError,
  InvalidRequestError,
  NotFoundError,
  ProcessOutError,
  RateLimitedError,
  UnavailableError,
} from "./errors";
export type { ProcessOutEvent } from "./events";
export type { Invoice, InvoiceInput } from "./invoice-schema";
export type { CaptureInput, Charge, ChargeInput } from "./invoices";
export type { ListOptions } from "./pagination";
export type { Refund, RefundInput } from "./refunds";
export type { Token, TokenInput, TokenUpdate } from "./tokens";
export type { Transaction } from "./transactions";
