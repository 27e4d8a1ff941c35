import { useRouter } from "next/navigation";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { FailureText } from "@/components/auth/failure";
import {
  type FieldErrors,
  fieldErrors,
  findCardErrors,
  focusFirstWrong,
} from "@/components/cards/card-errors";
import { codeOf, type MountedFields } from "@/components/cards/card-fields";
import { describeLostCall } from "@/components/ui/lost-call";
import { useCalls } from "@/components/ui/page-viewer";
import type { CheckoutActions, PaymentResult, PayWith, StartedPayment } from "@/lib/payments/checkout";
import type { ContactField, ContactInput } from "@/lib/payments/contact-schema";
import { EMPTY_CONTACT } from "@/lib/payments/contact-sentences";
import { sentenceOf } from "@/lib/platform/error-sentences";
import type { CallState } from "@/lib/platform/form-state";
import { CARD_NUMBER_SENTENCE, containsCardNumber } from "@/lib/platform/typed-text";
import { BrowserError, makeCardPayment, type ProcessOutClient } from "@/lib/processout-js";

export type CheckoutInput = {
  fingerprint: string;
  contact: ContactInput;
  choice: { kind: "saved"; id: string } | { kind: "new"; save: boolean };
};

export type CheckoutState =
  /** `wrong`: how many fields are missing or wrong. Each shows its own sentence. */
  | { at: "choosing"; failure?: FailureText; isUnknown?: boolean; wrong?: number }
  | { at: "sending" }
  | { at: "bank" }
  | { at: "done" };

type ContactErrors = Partial<Record<ContactField, string>>;
type ContactState = { status: "idle" | "invalid"; errors: ContactErrors };
const UNCHECKED: ContactState = { status: "idle", errors: {} };

/** The states of the checkout form. `start` does nothing while a payment is in progress; `stop` cancels it. */
export function usePayment(
  form: RefObject<HTMLFormElement | null>,
  mounted: RefObject<MountedFields | null>,
  calls: CheckoutActions,
  onCardErrors: (errors: FieldErrors) => void,
) {
  const actions = useCalls(calls);
  const [state, setState] = useState<CheckoutState>({ at: "choosing" });
  const [contact, setContact] = useState(UNCHECKED);
  const router = useRouter();
  const running = useRef<AbortController>(null);

  // Leaving the page ends the challenge here. The reconciler ends the payment.
  useEffect(() => () => running.current?.abort(), []);

  async function start(input: CheckoutInput) {
    if (running.current || !mounted.current) return;
    const { fields, typed } = mounted.current;
    running.current = new AbortController();
    const { signal } = running.current;
    setState({ at: "sending" });
    setContact(UNCHECKED);
    onCardErrors({});
    try {
      // Contact and card together, so that the shopper is not sent back twice.
      const wrongContact = findContactErrors(input.contact);
      const wrongCard = input.choice.kind === "new" ? await findCardErrors(fields, typed) : {};
      if (hasAny(wrongContact) || hasAny(wrongCard)) return showWrong(wrongContact, wrongCard);
      show(await pay(mounted.current, actions, input, { signal, onBank: () => setState({ at: "bank" }) }));
    } catch (error) {
      const wrong = fieldErrors(error, typed);
      if (hasAny(wrong)) showWrong({}, wrong);
      else show(outcomeOfFailure(error));
    } finally {
      running.current = null;
    }
  }

  /** Marks every wrong field at once. The first one takes the focus: those of the contact stand above the card's. */
  function showWrong(wrongContact: ContactErrors, wrongCard: FieldErrors) {
    onCardErrors(wrongCard);
    setContact(hasAny(wrongContact) ? { status: "invalid", errors: wrongContact } : UNCHECKED);
    setState({ at: "choosing", wrong: Object.keys({ ...wrongContact, ...wrongCard }).length });
    if (!hasAny(wrongContact) && mounted.current)
      focusFirstWrong(form.current, mounted.current.fields, wrongCard);
  }

  function show(outcome: PayOutcome) {
    if (outcome.kind === "paid" || outcome.kind === "pending") {
      setState({ at: "done" });
      // Replaces this page in the history, so that the back button does not return to a used form.
      return location.replace(`/orders/${outcome.orderRef}?thanks${outcome.wasSaved ? "=card-known" : ""}`);
    }
    if (outcome.kind === "failed" && outcome.code === "cart.changed") router.refresh();
    if (outcome.kind === "invalid") return showWrong(outcome.errors, {});
    setState({ at: "choosing", failure: outcome, isUnknown: outcome.kind === "unreachable" });
  }

  return { state, contact, start, stop: () => running.current?.abort() };
}

/** What is empty, and card numbers: found here, so that these do not leave the browser. The server checks the rest. */
function findContactErrors(contact: ContactInput): ContactErrors {
  const empty = Object.entries(EMPTY_CONTACT).filter(([field]) => !contact[field as ContactField].trim());
  const misplaced = Object.entries(contact).filter(([, text]) => containsCardNumber(text));
  return Object.fromEntries([...empty, ...misplaced.map(([field]) => [field, CARD_NUMBER_SENTENCE])]);
}

const hasAny = (errors: object) => Object.keys(errors).length > 0;

export type PayOutcome =
  /** `wasSaved`: the card that was typed was saved already. */
  | (PaymentResult & { wasSaved?: boolean })
  | { kind: "invalid"; errors: ContactErrors }
  /** The server did not respond, or no longer to this shopper, so the outcome is unknown here. The next attempt asks ProcessOut. */
  | (FailureText & { kind: "unreachable" });

/**
 * The browser's half of a payment. Tokenizes a new card; lets the server place the order and create its invoice;
 * authorizes the invoice, with a challenge if the bank requires one; lets the server read the transaction and capture
 * it. The server decides the outcome, whatever the browser saw. Throws if a card field is invalid or the server does not
 * respond, see `outcomeOfFailure`.
 */
async function pay(
  { client, fields }: MountedFields,
  actions: CheckoutActions,
  { fingerprint, contact, choice }: CheckoutInput,
  { signal, onBank }: { signal: AbortSignal; onBank: () => void },
): Promise<PayOutcome> {
  const payWith = await toPayWith(choice, () => fields.tokenize({}, { signal }));
  const started = await actions.start({ fingerprint, contact, payWith });
  if (started.status === "failed") return failed(started);
  if (started.data.kind !== "started") return started.data;
  onBank();
  const outcome = await authorize(client, actions, started.data, signal);
  return outcome.kind === "paid" ? { ...outcome, wasSaved: started.data.wasSaved } : outcome;
}

async function toPayWith(choice: CheckoutInput["choice"], tokenize: () => Promise<string>): Promise<PayWith> {
  if (choice.kind === "saved") return choice;
  return { ...choice, cardId: await tokenize() };
}

/** Authorizes a started payment in the browser, then reports to the server, which decides the outcome. */
export async function authorize(
  client: ProcessOutClient,
  actions: Pick<CheckoutActions, "finish" | "cancel">,
  { orderRef, paymentId: id, invoiceId, source }: StartedPayment & { kind: "started" },
  signal: AbortSignal,
): Promise<PayOutcome> {
  try {
    await makeCardPayment(client, { invoiceId, source, options: { authorize_only: true }, signal });
  } catch (error) {
    return toOutcome(orderRef, await actions.cancel({ orderRef, id, code: codeOf(error) }));
  }
  return toOutcome(orderRef, await actions.finish({ orderRef, id }));
}

function toOutcome(orderRef: string, answer: CallState<PaymentResult>): PayOutcome {
  if (answer.status === "done") return answer.data;
  if (answer.code === "signed-out") return signedOutAtBank(orderRef);
  return answer.code === "other-user" ? otherUserAtBank : failed(answer);
}

/** The page of the order captures or ends the payment, and says which. */
const signedOutAtBank = (orderRef: string): PayOutcome => ({
  kind: "unreachable",
  code: "signed-out",
  message:
    "You were signed out during the payment. You cannot be charged twice: sign in to see whether it was paid.",
  returnTo: `/orders/${orderRef}`,
});

const otherUserAtBank: PayOutcome = {
  kind: "unreachable",
  code: "other-user",
  message:
    "Another account was signed in during the payment. You cannot be charged twice: look at the orders of the account that paid.",
};

const failed = ({ code, message }: { code: string; message: string }): PayOutcome => ({
  kind: "failed",
  code,
  message,
});

/** The outcome after an exception: from the browser script before the server was asked, or from a call that was lost. */
export function outcomeOfFailure(error: unknown): PayOutcome {
  if (error instanceof BrowserError) return failed({ code: error.code, message: sentenceOf(error.code) });
  const { code, message } = describeLostCall(error);
  if (code === "page.outdated")
    return { kind: "unreachable", message: `${message} You cannot be charged twice.` };
  return {
    kind: "unreachable",
    message:
      "The connection was lost while paying. You cannot be charged twice: press Pay again, and we first check whether this payment went through.",
  };
}
