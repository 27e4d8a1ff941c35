import { Exception, type OnError } from "./exception";
import { type FieldMessage, randomID, readFieldMessage } from "./field-message";
import { origin } from "./hosts";

/** How long the official script waits for a field's answer. */
const timeLimitMs = 20_000;

/** Sends messages to one field's frame. `onMessage` receives those that answer no question. */
export function openFieldChannel(
  iframe: HTMLIFrameElement,
  id: string,
  onMessage: (message: FieldMessage) => void,
) {
  const waiting = new Map<string, (data: unknown) => void>();

  function listen(event: MessageEvent) {
    if (event.source !== iframe.contentWindow) return;
    const message = readFieldMessage(event);
    if (!message) return;
    const answer = message.messageID && waiting.get(message.messageID);
    if (answer) answer(message.data);
    else if (message.frameID === `#${id}`) onMessage(message);
  }
  window.addEventListener("message", listen);

  function post(action: string, rest: Partial<FieldMessage> = {}) {
    const message: FieldMessage = { namespace: "processout.field", frameID: `#${id}`, action, ...rest };
    iframe.contentWindow?.postMessage(JSON.stringify(message), origin);
  }

  /** Sends a question and hands its answer to `onAnswer`, or `field.unavailable` to `onError`. */
  function ask(action: string, data: unknown, onAnswer: (data: unknown) => void, onError: OnError) {
    const messageID = randomID();
    const timer = setTimeout(() => {
      waiting.delete(messageID);
      onError(new Exception("processout-js.field.unavailable"));
    }, timeLimitMs);
    waiting.set(messageID, (answer) => {
      clearTimeout(timer);
      waiting.delete(messageID);
      onAnswer(answer);
    });
    post(action, { messageID, data });
  }

  return { post, ask, close: () => window.removeEventListener("message", listen) };
}

export const readyLimitMs = timeLimitMs;
