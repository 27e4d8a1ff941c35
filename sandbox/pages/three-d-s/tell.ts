type Result =
  | { action: "success"; data: string }
  | { action: "canceled" }
  | { action: "error"; errorCode: string; errorMessage: string };

/**
 * Posts the result to the merchant's page: the parent of this frame, the top window when a bank put another frame
 * between, or the page that opened this tab. One JSON string, as ProcessOut's own pages post it.
 */
export function tellMerchant(result: Result) {
  const message = JSON.stringify({ namespace: "processout.checkout", ...result });
  const merchants = new Set([window.parent, window.top, window.opener as Window | null]);
  merchants.delete(window);
  for (const merchant of merchants) merchant?.postMessage(message, "*");
  if (window.parent !== window || window.opener) return;
  // No window to post to: the message hub relays the result to a page in another tab.
  localStorage.setItem("processout.checkout", JSON.stringify(result));
}

export const standsAlone = () => window.parent === window;
