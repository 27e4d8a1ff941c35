import { type FieldMessage, readFieldMessage } from "../../client/field-message";

/** The frame's name for itself in every message: its hash, with the `#`. */
const frameID = location.hash;
/** Unknown until the merchant's page sends its first message; afterwards messages go to that origin only. */
let pageOrigin = "*";

/** Posts to the merchant's page. Never a card number, expiry or CVC. */
export function tellPage(action: string, data?: unknown, messageID?: string) {
  const message: FieldMessage = { namespace: "processout.field", action, frameID, messageID, data };
  window.parent.postMessage(JSON.stringify(message), pageOrigin);
}

/** Listens to the page that embeds this frame, and to no other window. */
export function hearPage(handle: (message: FieldMessage) => void) {
  window.addEventListener("message", (event) => {
    if (event.source !== window.parent) return;
    const message = readFieldMessage(event);
    if (!message) return;
    if (message.action === "setup" && event.origin !== "null") pageOrigin = event.origin;
    handle(message);
  });
}
