import { codeOf, type MountedFields } from "@/components/cards/card-fields";
import type { ContactField, ContactInput } from "@/lib/payments/contact-schema";
import type { PaymentEnding } from "@/lib/payments/payment-result";
import { sentenceOf } from "@/lib/platform/error-sentences";
import type { CallState } from "@/lib/platform/form-state";
import { BrowserError, makeCardPayment, type ProcessOutClient } from "@/lib/processout-js";
import type { CheckoutActions, PayWith, Started } from "./checkout-actions";

export type Outcome =
  | PaymentEnding
  | { kind: "invalid"; errors: Partial<Record<ContactField, string>> }
  /** The server cannot be asked: nobody here knows, and pressing again looks first. */
  | { kind: "unreachable"; message: string };

export type Wish = {
  fingerprint: string;
  contact: ContactInput;
  choice: { kind: "saved"; id: string } | { kind: "new"; consent: string | null };
};

/**
 * From a press on Pay to an ending: a new card is made into a card id, the server makes the order and its invoice,
 * the browser has the card authorized with the bank's check, the server reads what became of it and takes the money.
 * Whatever the browser saw, the server has the last word.
 */
export async function pay(
  { client, fields }: MountedFields,
  actions: CheckoutActions,
  wish: Wish,
  { signal, onBank }: { signal: AbortSignal; onBank: () => void },
): Promise<Outcome> {
  const payWith = await toPayWith(wish.choice, () => fields.tokenize({}, { signal }));
  const started = await actions.start({ fingerprint: wish.fingerprint, contact: wish.contact, payWith });
  if (started.status === "failed") return refused(started);
  if (started.data.kind !== "started") return started.data;
  onBank();
  return authorize(client, actions, started.data, signal);
}

/** The browser's part, with the bank's check if it wants one, and then the server's word. */
export async function authorize(
  client: ProcessOutClient,
  actions: Pick<CheckoutActions, "finish" | "cancel">,
  { orderRef, paymentId: id, invoiceId, source }: Started & { kind: "started" },
  signal: AbortSignal,
): Promise<Outcome> {
  try {
    await makeCardPayment(client, { invoiceId, source, options: { authorize_only: true }, signal });
  } catch (error) {
    return answerOf(await actions.cancel({ orderRef, id, code: codeOf(error) }));
  }
  return answerOf(await actions.finish({ orderRef, id }));
}

async function toPayWith(choice: Wish["choice"], tokenize: () => Promise<string>): Promise<PayWith> {
  if (choice.kind === "saved") return choice;
  const cardId = await tokenize();
  return choice.consent
    ? { kind: "new", cardId, save: true, consent: choice.consent }
    : { kind: "new", cardId, save: false };
}

const answerOf = (answer: CallState<PaymentEnding>): Outcome =>
  answer.status === "failed" ? refused(answer) : answer.data;

const refused = ({ code, message }: { code: string; message: string }): Outcome => ({
  kind: "refused",
  code,
  message,
});

/** What was thrown on the way: by the browser script before the server was asked, or a call that never came back. */
export function outcomeOfFailure(error: unknown): Outcome {
  if (error instanceof BrowserError)
    return { kind: "refused", code: error.code, message: sentenceOf(error.code) };
  return {
    kind: "unreachable",
    message:
      "We lost the connection while paying. Nothing is paid twice: press Pay again and we look first at what became of it.",
  };
}
