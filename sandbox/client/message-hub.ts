import { randomID } from "./field-message";
import { endpoint } from "./hosts";

const frameID = "processout-message-hub";

/**
 * A frame that relays the sandbox's `localStorage` to this page, for results that a page in another tab leaves there.
 * Opened once a page. Returns how to stop listening.
 */
export function listenToHub(onValue: (key: string, value: unknown) => void): () => void {
  if (!document.getElementById(frameID)) {
    const iframe = document.createElement("iframe");
    iframe.id = frameID;
    iframe.title = "ProcessOut message hub";
    iframe.ariaHidden = "true";
    iframe.style.display = "none";
    iframe.src = endpoint("js", `/messagehub.html?r=${randomID()}`);
    document.body.append(iframe);
  }
  function listen(event: MessageEvent) {
    if (typeof event.data !== "string" || !event.data.includes("processout.message-hub")) return;
    try {
      const { namespace, action, data } = JSON.parse(event.data) ?? {};
      if (namespace === "processout.message-hub" && action === "value") onValue(data?.key, data?.value);
    } catch {
      // Not a hub message after all.
    }
  }
  window.addEventListener("message", listen);
  return () => window.removeEventListener("message", listen);
}
