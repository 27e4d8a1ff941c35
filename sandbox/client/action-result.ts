import { Exception } from "./exception";

export type ActionResult = { data: unknown } | { failure: Exception };

type Posted = { action?: string; data?: unknown; errorCode?: string; errorMessage?: string };

/** The state that a customer action page ends with. An unknown state is a failure without a reason. */
export function readResult({ action, data, errorCode, errorMessage }: Posted): ActionResult {
  if (action === "success") return { data };
  if (action === "canceled") return { failure: new Exception("customer.canceled") };
  if (action === "none") return { failure: new Exception("processout-js.no-customer-action") };
  if (action === "error") return { failure: new Exception(errorCode ?? "default", errorMessage) };
  return { failure: new Exception("default") };
}

function readJSON(text: unknown): (Posted & { namespace?: string }) | undefined {
  if (typeof text !== "string") return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The page's own message: JSON text in the namespace `processout.checkout`. */
export function resultFromMessage(event: MessageEvent): ActionResult | undefined {
  const posted = readJSON(event.data);
  return posted?.namespace === "processout.checkout" ? readResult(posted) : undefined;
}

/** The same, left in `localStorage` by a page that could not reach this window. */
export function resultFromHub(key: string, value: unknown): ActionResult | undefined {
  const posted = key === "processout.checkout" ? readJSON(value) : undefined;
  return posted && readResult(posted);
}
