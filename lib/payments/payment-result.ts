/** How a press on Pay ended, as ProcessOut tells it to the server. */
export type PaymentEnding =
  | { kind: "paid"; orderRef: string }
  /** Nothing was charged, and nothing will be for this try. */
  | { kind: "refused"; code: string; message: string }
  /** Neither is known yet. The order's page says when it is; paying again meanwhile looks first. */
  | { kind: "waiting"; orderRef: string };
