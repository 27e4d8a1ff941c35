import { ActionHandler } from "./action-handler";
import { ActionHandlerOptions } from "./action-options";
import { type ApiRequestOptions, apiRequest } from "./api-request";
import { allocationProblem, type CardActionOptions, cardPayload } from "./card-payload";
import { Exception, exceptionOf, type OnError } from "./exception";
import { fingerprintTimeoutSource } from "./gateway-request";
import { type ApiAnswer, readOutcome } from "./outcome";

type CustomerAction = { type: string; value: string; metadata?: { no_iframe?: string } | null };

export type CardFlow = {
  projectID: string;
  method: "PUT" | "POST";
  path: string;
  /** Where later rounds go, when not to `path`. */
  nextPath?: string;
  resourceID: string;
  options: CardActionOptions;
  requestOptions?: ApiRequestOptions;
  onSuccess: (resourceID: string, answer: ApiAnswer) => void;
  onPending?: (resourceID: string, message: string | null, answer: ApiAnswer) => void;
  onError: OnError;
};

/**
 * Sends `source`, runs the customer action of the answer and sends its result, until an answer has no action.
 * Pending without an action goes to `onPending`, or without one to `onSuccess`: success does not mean verified.
 */
export function runCardActions(flow: CardFlow, cardID: string) {
  const fault = allocationProblem(flow.options.split_allocations);
  if (fault) flow.onError(new Exception("invalid_request", fault));
  else sendRound(flow, cardID, cardID, 1);
}

function sendRound(flow: CardFlow, cardID: string, source: string, round: number) {
  const path = round > 1 ? (flow.nextPath ?? flow.path) : flow.path;
  const onAnswer = (answer: ApiAnswer) => {
    const action = answer.customer_action as CustomerAction | null | undefined;
    const outcome = readOutcome(answer);
    if (outcome === "failed") {
      const { authorized, captured } = answer;
      const known = authorized === undefined && captured === undefined ? undefined : { authorized, captured };
      return flow.onError(exceptionOf(answer, known));
    }
    if (action) return act(flow, action, cardID, (next) => sendRound(flow, cardID, next, round + 1));
    if (outcome === "pending" && flow.onPending)
      return flow.onPending(flow.resourceID, answer.message ?? null, answer);
    flow.onSuccess(flow.resourceID, answer);
  };
  const payload = cardPayload(source, flow.options, round);
  const onNoAnswer = (_request: XMLHttpRequest, _event: Event, code: string) =>
    flow.onError(new Exception(code));
  apiRequest(flow.projectID, flow.method, path, payload, onAnswer, onNoAnswer, flow.requestOptions);
}

/** Runs one customer action and passes the source of the next round to `goOn`. */
function act(
  flow: CardFlow,
  { type, value, metadata }: CustomerAction,
  cardID: string,
  goOn: (source: string) => void,
) {
  const { ThreeDSChallengeFlow, ThreeDSChallengeFlowNoIframe, ThreeDSFingerprintFlow } = ActionHandlerOptions;
  const start = (kind: string, onSuccess: (data: unknown) => void, onError: OnError) =>
    new ActionHandler(flow.projectID, new ActionHandlerOptions(kind), flow.resourceID).handle(
      value,
      onSuccess,
      onError,
    );

  if (type === "url") {
    const kind = metadata?.no_iframe === "true" ? ThreeDSChallengeFlowNoIframe : ThreeDSChallengeFlow;
    start(kind, () => goOn(cardID), flow.onError);
  } else if (type === "redirect") {
    start(ThreeDSChallengeFlow, (data) => goOn(String(data)), flow.onError);
  } else if (type === "fingerprint") {
    const goOnWithout = () => goOn(fingerprintTimeoutSource(value));
    start(ThreeDSFingerprintFlow, (data) => goOn(String(data)), goOnWithout);
  } else {
    const message = `The customer action type ${type} is not supported in a browser.`;
    flow.onError(new Exception("processout-js.wrong-type-for-action", message));
  }
}
