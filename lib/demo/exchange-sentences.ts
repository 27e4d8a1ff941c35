import { brandName } from "@/lib/cards/card";
import type { MadeBy, Party } from "./exchange";
import type { SandboxDelivery, SandboxRequest } from "./sandbox-log";

type Told = { sentence: string; madeBy: MadeBy | null };
type Answer = {
  success?: boolean;
  error_type?: string;
  customer_action?: { type?: string };
  card?: { scheme?: string; last_4_digits?: string };
  token?: { verification_status?: string };
  tokens?: unknown[];
  invoice?: { amount?: number; currency?: string };
  transaction?: { status?: string };
  event?: { name?: string };
  card_information?: { scheme?: string };
};
type Call = { body: Record<string, unknown>; answer: Answer };
type Rule = { call: RegExp; madeBy: MadeBy | null; tell: (call: Call) => string };

const client = (resource: string, method: string): MadeBy => ({
  file: `lib/processout/${resource}.ts`,
  method,
});

/** One row for every call of the API client and of the browser's script. The first that fits is taken. */
const RULES: Rule[] = [
  {
    call: /^GET \/iins\/\d+$/,
    madeBy: null,
    tell: ({ answer }) =>
      `The first digits say which network the card is of: ${brandName(answer.card_information?.scheme ?? null)}.`,
  },
  {
    call: /^POST \/cards$/,
    madeBy: null,
    tell: () => "The card number goes to ProcessOut and becomes an id, card_…: the merchant never sees it.",
  },
  {
    call: /^PUT \/cards\/\w+$/,
    madeBy: null,
    tell: () => "The security code goes to ProcessOut, for a card that it has.",
  },
  {
    call: /^GET \/cards\/\w+$/,
    madeBy: client("cards", "find"),
    tell: ({ answer }) =>
      `The merchant reads what it may know of the card: ${brandName(answer.card?.scheme ?? null)} ending in ${answer.card?.last_4_digits}.`,
  },
  {
    call: /^POST \/customers$/,
    madeBy: client("customers", "create"),
    tell: () => "A Customer is created, once for the account.",
  },
  {
    call: /^GET \/customers\/cust_status_probe$/,
    madeBy: client("customers", "find"),
    tell: () => "The merchant asks whether ProcessOut answers: “not found” is the right answer.",
  },
  {
    call: /^GET \/customers\/\w+$/,
    madeBy: client("customers", "find"),
    tell: () => "The merchant reads the Customer.",
  },
  {
    call: /^PUT \/customers\/\w+$/,
    madeBy: client("customers", "update"),
    tell: ({ body }) =>
      "default_token_id" in body
        ? "The default card of the Customer is set."
        : "The details of the Customer are updated.",
  },
  {
    call: /^DELETE \/customers\/\w+$/,
    madeBy: client("customers", "delete"),
    tell: () => "The Customer is deleted.",
  },
  {
    call: /^POST \/customers\/\w+\/tokens$/,
    madeBy: client("tokens", "create"),
    tell: ({ body }) =>
      body.source
        ? "A token is created of the card, without asking the bank."
        : "An empty token is created. The card that is put into it will be verified.",
  },
  {
    call: /^PUT \/customers\/\w+\/tokens\/\w+$/,
    madeBy: client("tokens", "update"),
    tell: ({ body, answer }) =>
      `${isBanksAnswer(body) ? "The browser brings what the bank answered" : "The card is put into the token, and ProcessOut asks its bank"}${whatNext(answer)}`,
  },
  {
    call: /^GET \/customers\/\w+\/tokens\/\w+$/,
    madeBy: client("tokens", "find"),
    tell: ({ answer }) =>
      answer.token
        ? `The merchant reads the token itself: verification ${answer.token.verification_status}.`
        : "The merchant reads the token itself: there is none with this id.",
  },
  {
    call: /^GET \/customers\/\w+\/tokens$/,
    madeBy: client("tokens", "list"),
    tell: ({ answer }) => `The merchant reads the saved cards: ${answer.tokens?.length ?? "none"}.`,
  },
  {
    call: /^DELETE \/customers\/\w+\/tokens\/\w+$/,
    madeBy: client("tokens", "delete"),
    tell: () => "The token is deleted: nothing can charge this card any more.",
  },
  {
    call: /^POST \/invoices$/,
    madeBy: client("invoices", "create"),
    tell: ({ body }) =>
      `An invoice over ${body.amount} ${body.currency} is created${isMit(body) ? ", for a charge without the shopper (MIT)" : ""}.`,
  },
  {
    call: /^POST \/invoices\/\w+\/(capture|authorize)$/,
    madeBy: client("invoices", "capture"),
    tell: ({ body, answer }) => {
      if (isBanksAnswer(body)) return `The browser brings what the bank answered${whatNext(answer)}`;
      if (body.authorize_only) return `The amount is reserved on the card (authorization)${whatNext(answer)}`;
      if (body.initial_scheme_transaction_id)
        return `The card is charged without the shopper (MIT). The network’s id of the first payment shows that they agreed${whatNext(answer)}`;
      return `The reserved amount is captured${whatNext(answer)}`;
    },
  },
  {
    call: /^GET \/invoices\/\w+\/transactions$/,
    madeBy: client("transactions", "findByInvoice"),
    tell: ({ answer }) =>
      answer.transaction
        ? `The merchant reads what became of the payment: ${answer.transaction.status}.`
        : "The merchant reads what became of the payment: nothing yet.",
  },
  {
    call: /^GET \/transactions\/\w+$/,
    madeBy: client("transactions", "find"),
    tell: ({ answer }) => `The merchant reads the transaction: ${answer.transaction?.status ?? "not found"}.`,
  },
  {
    call: /^GET \/transactions\/\w+\/refunds$/,
    madeBy: client("transactions", "listRefunds"),
    tell: () => "The merchant reads the refunds.",
  },
  {
    call: /^POST \/invoices\/\w+\/void$/,
    madeBy: client("invoices", "void"),
    tell: () => "The reserved amount is released (void).",
  },
  {
    call: /^POST \/invoices\/\w+\/refunds$/,
    madeBy: client("invoices", "refund"),
    tell: ({ body }) => `${body.amount ?? "The amount"} is refunded.`,
  },
  {
    call: /^POST \/invoices\/\w+\/three-d-s$/,
    madeBy: client("invoices", "authenticate"),
    tell: ({ answer }) => `3-D Secure is started, without a charge${whatNext(answer)}`,
  },
  {
    call: /^GET \/invoices\/\w+$/,
    madeBy: client("invoices", "find"),
    tell: () => "The merchant reads the invoice.",
  },
  {
    call: /^DELETE \/invoices\/\w+$/,
    madeBy: client("invoices", "delete"),
    tell: () => "The invoice is deleted: nothing was paid with it.",
  },
  {
    call: /^GET \/events\/\w+$/,
    madeBy: client("events", "find"),
    tell: ({ answer }) =>
      `The merchant reads the event itself, because webhooks are not signed: ${answer.event?.name ?? "not found"}.`,
  },
];

/** What a call is for, as a sentence, and the method of our API client that makes such calls. */
export function sentenceOfRequest(from: Party, row: SandboxRequest): Told {
  const call = `${row.method} ${row.path}`;
  const rule = RULES.find((each) => each.call.test(call));
  if (!rule) return { sentence: `${call}.`, madeBy: null };
  const answer = readAnswer(row.answer);
  return {
    sentence: rule.tell({ body: row.body, answer }),
    madeBy: from === "merchant" ? rule.madeBy : null,
  };
}

/** What a webhook says, and whether the merchant took it. */
export function sentenceOfDelivery({ event_name, error, attempts }: SandboxDelivery): string {
  const again = attempts > 1 ? `, attempt ${attempts}` : "";
  if (error) return `The webhook ${event_name} does not arrive${again}. ProcessOut tries again later.`;
  return `A webhook announces ${event_name}${again}.`;
}

/** Every method of our API client that is named above. */
export const listMadeBy = (): MadeBy[] => RULES.flatMap(({ madeBy }) => madeBy ?? []);

function whatNext({ success, error_type, customer_action }: Answer): string {
  const action = customer_action?.type;
  if (action?.startsWith("fingerprint")) return ". The bank wants to know the browser first.";
  if (action) return ". The bank asks the shopper (3-D Secure challenge).";
  return success === false ? `. It is declined: ${error_type}.` : ". It is accepted.";
}

const isBanksAnswer = ({ source }: Record<string, unknown>) => String(source).startsWith("gway_req_");
const isMit = ({ initiation_type }: Record<string, unknown>) =>
  String(initiation_type).toLowerCase() === "mit";

function readAnswer(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return {};
  }
}
