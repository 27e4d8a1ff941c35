import { ActionFlow, ActionHandlerOptions } from "./action-options";
import { type ActionResult, resultFromHub, resultFromMessage } from "./action-result";
import { type ActionWindow, openHidden, openModal } from "./action-window";
import { Exception, type OnError } from "./exception";
import { listenToHub } from "./message-hub";
import { report } from "./telemetry";

const fingerprintLimitMs = 10_000;
const closedPollMs = 500;

type OnSuccess = (data: unknown) => void;

/**
 * Shows one customer action and ends once: by the page's message, by the shopper closing it, or for a fingerprint
 * by the time limit. Only the newest handler listens.
 */
export class ActionHandler {
  private static newest: ActionHandler | undefined;
  private finish: (result: ActionResult) => void = () => {};

  constructor(
    private readonly projectID: string,
    private readonly options: ActionHandlerOptions = new ActionHandlerOptions(),
    private readonly resourceID = "",
  ) {}

  /** Null when the browser refused the window. */
  handle(url: string, success: OnSuccess, error: OnError): ActionHandler | null {
    ActionHandler.newest = this;
    if (this.options.flow === ActionFlow.CurrentWindow) {
      location.replace(url);
      return this;
    }
    const view = this.open(url);
    if (!view) {
      error(new Exception("customer.popup-blocked"));
      return null;
    }
    this.listen(view, success, error);
    return this;
  }

  /** Ends the action from the merchant's code. */
  cancel() {
    this.finish({ failure: new Exception("customer.canceled") });
  }

  private open(url: string): ActionWindow | null {
    const { flow, iframeWidth, iframeHeight } = this.options;
    if (flow === ActionFlow.IFrame) return openModal(url, iframeWidth, iframeHeight, () => this.closed());
    if (flow === ActionFlow.FingerprintIframe) return openHidden(url);
    const features = flow === ActionFlow.NewWindow ? "width=450,height=645" : "";
    return window.open(url, "processout.checkout-window", features);
  }

  private closed() {
    report(this.projectID, "warn", "Customer closed the action", { InvoiceId: this.resourceID });
    this.finish({ failure: new Exception("customer.canceled", undefined, { reason: "tab_closed" }) });
  }

  private listen(view: ActionWindow, success: OnSuccess, error: OnError) {
    const isCurrent = () => ActionHandler.newest === this;
    const finish = (result: ActionResult | undefined) => result && isCurrent() && this.finish(result);
    const onMessage = (event: MessageEvent) => finish(resultFromMessage(event));
    const stopHub = listenToHub((key, value) => finish(resultFromHub(key, value)));
    const poll = setInterval(() => view.closed && this.closed(), closedPollMs);
    const isHidden = this.options.flow === ActionFlow.FingerprintIframe;
    const timedOut = new Exception("three-d-s-2.fingerprint-timed-out");
    const limit = isHidden && setTimeout(() => this.finish({ failure: timedOut }), fingerprintLimitMs);

    this.finish = (result) => {
      this.finish = () => {};
      window.removeEventListener("message", onMessage);
      stopHub();
      clearInterval(poll);
      if (limit) clearTimeout(limit);
      view.close();
      if ("failure" in result) error(result.failure);
      else success(result.data);
    };
    window.addEventListener("message", onMessage);
  }
}
